package org.yongtong.casework.defer;

import org.yongtong.casework.desk.CaseHead;

/** Papers promised for later, at the window. */
public record DeskLaterPage(CaseHead head, LaterPage later) {}
