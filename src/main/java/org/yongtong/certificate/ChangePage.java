package org.yongtong.certificate;

import java.util.Map;
import java.util.UUID;

/**
 * The step at which an officer gives the reason for a change of status and confirms it.
 *
 * @param to status asked for, as in the form
 * @param verb e.g. 吊销
 * @param consequence what happens when it is confirmed
 * @param key lets the form act once
 * @param problems by field
 */
public record ChangePage(
    UUID id,
    String name,
    String number,
    String holder,
    String status,
    String tone,
    String to,
    String verb,
    String basis,
    String consequence,
    String reason,
    String key,
    Map<String, String> problems) {}
