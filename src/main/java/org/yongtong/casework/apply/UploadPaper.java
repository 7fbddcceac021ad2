package org.yongtong.casework.apply;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.PaperKey;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.form.FieldFile;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.file.FileStore;
import org.yongtong.platform.file.FileType;
import org.yongtong.platform.file.PutResult;
import org.yongtong.platform.file.StoredFile;
import org.yongtong.platform.web.RateLimit;

/**
 * Takes one file for a paper, or a form's field for files, of an open draft, online or at the
 * window.
 */
@Component
public class UploadPaper {

  static final long MOST_BYTES = 20L << 20;
  static final int MOST_FILES = FieldFile.MOST;
  private static final Set<FileType> TAKEN = EnumSet.allOf(FileType.class);
  private static final int LONGEST_NAME = 120;

  private final Drafts drafts;
  private final OpenDrafts open;
  private final Catalogue catalogue;
  private final Attachments attachments;
  private final FieldFiles fields;
  private final FileStore store;
  private final TransactionTemplate transaction;
  private final RateLimit perAccount;
  private final RateLimit perAddress;

  UploadPaper(
      Drafts drafts,
      OpenDrafts open,
      Catalogue catalogue,
      Attachments attachments,
      FieldFiles fields,
      FileStore store,
      TransactionTemplate transaction,
      @Value("${yongtong.uploads.per-minute:120}") int perMinute,
      @Value("${yongtong.uploads.per-minute-and-address:600}") int perMinuteAndAddress,
      Clock clock) {
    this.drafts = drafts;
    this.open = open;
    this.catalogue = catalogue;
    this.attachments = attachments;
    this.fields = fields;
    this.store = store;
    this.transaction = transaction;
    this.perAccount = RateLimit.perMinute(perMinute, clock);
    // generous, for a whole hall may sit behind one address
    this.perAddress = RateLimit.perMinute(perMinuteAndAddress, clock);
  }

  /** What came of it. */
  public sealed interface Result {
    record Kept() implements Result {}

    /**
     * @param message in Chinese, to stand beside the paper
     */
    record Refused(String message) implements Result {}

    /** Too many files in a minute; nothing was read. */
    record TooMany(String message) implements Result {}

    /** The draft has been submitted meanwhile. */
    record Closed() implements Result {}

    /** No such draft of one's own, or the paper is not asked for. */
    record NotFound() implements Result {}
  }

  /**
   * @param paper key as of {@link PaperKey}
   * @param name as the person called the file
   * @param address of the network it comes from
   */
  public Result upload(
      UUID draftId, String paper, String name, InputStream content, SignedIn me, String address)
      throws IOException {
    Optional<Drafts.Draft> draft = drafts.findOwn(draftId, me);
    if (draft.isEmpty() || !asked(draft.get(), paper)) {
      return new Result.NotFound();
    }
    return switch (take(name, content, me, address)) {
      case Taken.Refused(var message) -> new Result.Refused(message);
      case Taken.TooMany(var message) -> new Result.TooMany(message);
      case Taken.Stored(var file, var called) -> keep(draftId, paper, called, file, me);
    };
  }

  /** A file that was stored, or why not. */
  public sealed interface Taken {
    /**
     * @param name as the person called it, cleaned
     */
    record Stored(StoredFile file, String name) implements Taken {}

    record Refused(String message) implements Taken {}

    record TooMany(String message) implements Taken {}
  }

  /** Stores what somebody sends, within the limits of all uploads. */
  public Taken take(String name, InputStream content, SignedIn me, String address)
      throws IOException {
    if (!perAccount.allows(me.account().toString()) || !perAddress.allows(address)) {
      return new Taken.TooMany("上传太频繁了，请过一分钟再传。已上传的文件和填写的内容都保存着。");
    }
    return switch (store.put(content, MOST_BYTES, TAKEN)) {
      case PutResult.Refused(var reason, var message) -> new Taken.Refused(message + "。");
      case PutResult.Stored(var file) -> new Taken.Stored(file, clean(name, file));
    };
  }

  /** Under the draft's lock, so that nothing is added to what has been submitted. */
  private Result keep(UUID draftId, String paper, String name, StoredFile file, SignedIn me) {
    Result result =
        transaction.execute(
            status -> {
              Optional<Drafts.Draft> draft = drafts.lockOwn(draftId, me);
              if (draft.isEmpty()) {
                return new Result.NotFound();
              }
              if (draft.get().submitted()) {
                return new Result.Closed();
              }
              List<Attachments.Attachment> there =
                  attachments.ofDraft(draftId).stream()
                      .filter(other -> other.paper().equals(paper))
                      .toList();
              if (there.stream().anyMatch(other -> other.file().equals(file.hash()))) {
                return new Result.Refused("这个文件已经上传过了，不用重复上传。");
              }
              if (there.size() >= MOST_FILES) {
                return new Result.Refused(
                    "每种材料最多上传 %d 个文件。请先删除不需要的，或者合并成一个 PDF 再上传。".formatted(MOST_FILES));
              }
              attachments.add(
                  draftId,
                  paper,
                  file.hash(),
                  name,
                  file.type().mediaType(),
                  file.size(),
                  1,
                  me.account());
              PaperKey.field(paper).ifPresent(field -> fields.follow(draftId, field, me));
              return new Result.Kept();
            });
    return java.util.Objects.requireNonNull(result);
  }

  private boolean asked(Drafts.Draft draft, String paper) {
    ServiceItem item = catalogue.version(draft.itemVersion());
    return PaperKey.field(paper)
        .map(field -> FieldFiles.asks(item, field) && open.scope(draft).opensField(field))
        .orElseGet(() -> item.findPaper(paper).isPresent() && open.scope(draft).opensPaper(paper));
  }

  /** The name as the person called it, without folders and control characters. */
  private static String clean(String name, StoredFile file) {
    String bare =
        name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
            .replaceAll("\\p{Cntrl}", "")
            .strip();
    if (bare.isEmpty()) {
      return "材料" + file.type().extension();
    }
    return bare.length() <= LONGEST_NAME ? bare : bare.substring(bare.length() - LONGEST_NAME);
  }
}
