package org.yongtong.casework.apply;

import org.yongtong.form.FormView;

/** Answer to an autosave. */
public record SavedPage(FormView view, String autosave, String files, String savedAt) {}
