package org.yongtong.casework.desk;

/**
 * The receipt to print.
 *
 * @param qr inline drawing that leads to the progress of the case
 */
public record ReceiptPage(CaseHead head, PaperView paper, String qr, String pdf) {}
