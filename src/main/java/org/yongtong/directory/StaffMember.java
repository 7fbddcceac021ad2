package org.yongtong.directory;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yongtong.platform.web.Role;

/**
 * A person on a post.
 *
 * @param department key of the department; {@code hall} clerks receive for any department
 * @param division 12-digit code of the post's territory
 */
public record StaffMember(
    UUID id,
    String login,
    String name,
    String department,
    String post,
    Set<Role> roles,
    String division,
    List<String> windows) {}
