package org.yongtong.catalogue.flow;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.yongtong.catalogue.CaseMoves;
import org.yongtong.catalogue.PowerItem;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.catalogue.Situation;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;

/** Flows of items and powers; each version is drawn once and some thousands are kept. */
@Component
public class Flows {

  public static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

  private static final int REMEMBERED = 2_000;

  private final CaseMoves moves;
  private final Directory directory;
  private final Map<UUID, Flow> drawn =
      Collections.synchronizedMap(
          new LinkedHashMap<>(256, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Flow> eldest) {
              return size() > REMEMBERED;
            }
          });

  Flows(CaseMoves moves, Directory directory) {
    this.moves = moves;
    this.directory = directory;
  }

  public Flow of(ServiceItem item) {
    return drawn(item.version(), () -> ItemFlow.of(item, moves.moves(), this::bodyName));
  }

  /** Only the steps that concern somebody with these answers; drawn anew each time. */
  Flow of(ServiceItem item, Situation situation) {
    FlowChart chart = ItemFlow.of(item, situation, moves.moves(), this::bodyName);
    return new Flow(chart, FlowDrawing.svg(chart, id(item.version()) + "-mine"));
  }

  public Flow of(PowerItem power) {
    return drawn(power.version(), () -> PowerFlow.of(power, this::bodyName));
  }

  private Flow drawn(UUID version, Supplier<FlowChart> chart) {
    Flow known = drawn.get(version);
    if (known != null) {
      return known;
    }
    FlowChart made = chart.get();
    Flow flow = new Flow(made, FlowDrawing.svg(made, id(version)));
    drawn.put(version, flow);
    return flow;
  }

  private static String id(UUID version) {
    return "flow-" + Long.toString(version.getLeastSignificantBits() & 0xFFFFFF, 36);
  }

  private String bodyName(String keyOrName) {
    return directory.findDepartment(keyOrName).map(Department::shortName).orElse(keyOrName);
  }
}
