package org.yongtong.platform.file;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Answers with a stored file so that it stays a file: whatever it holds, a browser shows or saves
 * it but never runs it in our name. Whether the reader may see it is for the caller to decide.
 */
@Component
public class FileServing {

  private static final String NOTHING_RUNS =
      "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; object-src 'self'";

  private final FileStore files;

  FileServing(FileStore files) {
    this.files = files;
  }

  /**
   * @param downloadName as the person called it; cleaned here, its ending put right
   * @param inline to look at in the browser, else to save
   */
  public ResponseEntity<Resource> inert(StoredFile file, String downloadName, boolean inline) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.type().mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            DownloadName.of(downloadName, file.type()).disposition(inline))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", NOTHING_RUNS)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .body(new FileSystemResource(files.path(file)));
  }
}
