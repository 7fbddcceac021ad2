package org.yongtong.portal;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Assets;
import org.yongtong.platform.web.Who;

/** What a phone needs to put the platform on its home screen. */
@Controller
class AppController {

  private final Assets assets;

  AppController(Assets assets) {
    this.assets = assets;
  }

  @GetMapping("/manifest.webmanifest")
  @Allow(Who.ANYONE)
  ResponseEntity<String> manifest() {
    String manifest =
        """
        {
          "name": "邕通 网上政府",
          "short_name": "邕通",
          "lang": "zh-CN",
          "start_url": "/",
          "scope": "/",
          "display": "standalone",
          "background_color": "#f5f7fa",
          "theme_color": "#0f4c81",
          "icons": [
            {"src": "%s", "sizes": "192x192", "type": "image/png", "purpose": "any maskable"},
            {"src": "%s", "sizes": "512x512", "type": "image/png", "purpose": "any maskable"},
            {"src": "%s", "sizes": "any", "type": "image/svg+xml"}
          ],
          "shortcuts": [
            {"name": "查进度", "url": "/progress"},
            {"name": "我的空间", "url": "/my"}
          ]
        }
        """
            .formatted(
                assets.url("icon-192.png"), assets.url("icon-512.png"), assets.url("favicon.svg"));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/manifest+json;charset=utf-8"))
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .body(manifest);
  }
}
