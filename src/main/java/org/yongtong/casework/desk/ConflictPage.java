package org.yongtong.casework.desk;

import java.util.List;

/**
 * Why an action could not be done any more.
 *
 * @param typed what was typed, to be copied
 */
public record ConflictPage(CaseHead head, String title, String message, List<Line> typed) {}
