package org.yongtong.casework.intake;

import org.yongtong.form.FormView;

/** The form of the item, filled in by a clerk. */
public record IntakeFormPage(IntakeHead head, FormView view, boolean all) {}
