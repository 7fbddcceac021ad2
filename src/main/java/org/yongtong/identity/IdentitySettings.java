package org.yongtong.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of sign-ins and sessions.
 *
 * @param staffIdle a staff session ends after this time without a request
 * @param applicantIdle the same for persons and legal persons
 * @param absolute every session ends after this time
 * @param failuresPerAddress refused sign-ins one network address may cause in a minute
 * @param waitingSignIns sign-ins that may wait for a processor core; more are answered 503
 */
@ConfigurationProperties("yongtong.identity")
record IdentitySettings(
    @DefaultValue("30m") Duration staffIdle,
    @DefaultValue("2h") Duration applicantIdle,
    @DefaultValue("12h") Duration absolute,
    @DefaultValue("60") int failuresPerAddress,
    @DefaultValue("40") int waitingSignIns) {}
