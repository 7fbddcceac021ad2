package org.yongtong.platform.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.yongtong.YongtongTest;
import org.yongtong.platform.file.PutResult.Stored;

@YongtongTest
class FileServingDbTest {

  @Autowired FileStore store;
  @Autowired FileServing serving;

  @Test
  void aServedFileStaysAFile() throws IOException {
    byte[] content = SampleFiles.image("png", 91);
    var stored =
        (Stored) store.put(new ByteArrayInputStream(content), 1 << 20, Set.of(FileType.PNG));
    var answer = serving.inert(stored.file(), "x/../照片.png", true);
    HttpHeaders headers = answer.getHeaders();
    assertThat(headers.getContentType()).isEqualTo(MediaType.IMAGE_PNG);
    assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(headers.getFirst("Content-Security-Policy"))
        .startsWith("sandbox; default-src 'none'; img-src 'self'");
    assertThat(headers.getCacheControl()).isEqualTo("private, no-store");
    assertThat(headers.getContentDisposition().isInline()).isTrue();
    assertThat(headers.getContentDisposition().getFilename()).isEqualTo("照片.png");
    var body = java.util.Objects.requireNonNull(answer.getBody());
    assertThat(body.getContentAsByteArray()).isEqualTo(content);
    assertThat(serving.inert(stored.file(), "照片.png", false).getHeaders().getContentDisposition())
        .matches(disposition -> disposition.isAttachment());
  }
}
