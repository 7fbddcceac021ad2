package org.yongtong.casework.note;

import java.util.UUID;
import org.yongtong.casework.desk.CaseHead;

/** The form of an internal note; {@code problem} is "" when there is none. */
public record NotePage(CaseHead head, UUID key, String text, String problem) {}
