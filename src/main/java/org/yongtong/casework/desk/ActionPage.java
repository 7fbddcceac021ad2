package org.yongtong.casework.desk;

/** The page of one action on a case. {@code path}: where the form is posted. */
public record ActionPage(CaseHead head, ActionForm form, String path) {}
