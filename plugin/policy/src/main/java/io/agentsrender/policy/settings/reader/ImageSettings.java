package io.agentsrender.policy.settings.reader;

import io.agentsrender.policy.settings.ImageComponent;
import io.agentsrender.policy.settings.ImageExemption;
import io.agentsrender.policy.settings.ImagePolicy;
import io.agentsrender.policy.settings.ImagePolicy.Precedence;
import io.agentsrender.policy.settings.Lockstep;
import io.agentsrender.policy.settings.PlacedText;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code imagePolicy}. */
final class ImageSettings {
  private static final List<String> KNOWN =
      List.of("requireDigest", "precedence", "components", "env", "exempt", "lockstep");
  private static final List<String> DEFAULT_COMPONENTS = List.of("controlPlane", "controllers");

  private ImageSettings() {}

  static ImagePolicy read(Section root) {
    Optional<Section> section = root.section(SettingsReader.IMAGES, KNOWN);
    if (section.isEmpty()) {
      return ImagePolicy.OFF;
    }
    Section images = section.get();
    List<ImageComponent> components = components(images);
    Precedence listed = components.isEmpty() ? Precedence.CHART : Precedence.COMPONENT;
    return new ImagePolicy(
        images.isTrue("requireDigest"),
        images.at("requireDigest"),
        images.choice("precedence", Precedence.class, listed),
        components,
        images.names("env"),
        exempt(images),
        lockstep(images, components));
  }

  private static List<ImageComponent> components(Section images) {
    List<ImageComponent> components = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<Node> items = images.list("components");
    for (int i = 0; i < items.size(); i++) {
      if (!(items.get(i) instanceof MapNode item)) {
        images.wrong("components[" + i + "]", items.get(i), "a map");
        continue;
      }
      Section row =
          images.item("components", i, item, List.of("name", "workload", "container", "values"));
      Optional<PlacedText> name = row.text("name");
      if (name.isEmpty()) {
        images.error(
            row.path("name") + " is missing", item.position(), "Give the component a name.");
      } else if (!seen.add(name.get().text())) {
        images.error(
            "imagePolicy.components names \"" + name.get() + "\" twice",
            name.get().at(),
            "Leave one of them out.");
      } else {
        PlacedText usual = new PlacedText(name.get() + ".image", name.get().at());
        components.add(
            new ImageComponent(
                name.get(),
                row.text("workload"),
                row.text("container"),
                row.text("values").orElse(usual)));
      }
    }
    return components;
  }

  private static List<ImageExemption> exempt(Section images) {
    List<ImageExemption> exempt = new ArrayList<>();
    List<Node> items = images.list("exempt");
    for (int i = 0; i < items.size(); i++) {
      Node item = items.get(i);
      if (item instanceof MapNode map && !map.isEmpty()) {
        Section row = images.item("exempt", i, map, List.of("repository", "workload", "container"));
        exempt.add(
            new ImageExemption(
                row.text("repository").map(PlacedText::text),
                row.text("workload").map(PlacedText::text),
                row.text("container").map(PlacedText::text),
                map.position()));
      } else if (item instanceof ScalarNode scalar && scalar.isString()) {
        exempt.add(
            new ImageExemption(
                Optional.of(scalar.text()), Optional.empty(), Optional.empty(), scalar.position()));
      } else {
        images.wrong(
            "exempt[" + i + "]",
            item,
            "a repository or a map with repository, workload, container");
      }
    }
    return exempt;
  }

  private static Optional<Lockstep> lockstep(Section images, List<ImageComponent> components) {
    Optional<Node> node = images.node("lockstep");
    if (node.isEmpty()) {
      return Optional.empty();
    }
    List<PlacedText> all = usual(components, node.get().position());
    if (node.get() instanceof ScalarNode) {
      return images.isTrue("lockstep")
          ? Optional.of(new Lockstep(all, List.of(), List.of(), node.get().position()))
          : Optional.empty();
    }
    return images
        .section("lockstep", List.of("components", "environments", "allowCanary"))
        .map(row -> lockstep(images, row, all, node.get().position()));
  }

  private static Lockstep lockstep(Section images, Section row, List<PlacedText> all, Position at) {
    List<PlacedText> named = row.names("components");
    if (named.size() == 1) {
      images.error(
          "imagePolicy.lockstep.components has one name", at, "Name at least two components.");
    }
    List<PlacedText> held = named.isEmpty() ? all : named;
    List<PlacedText> canaries = row.names("allowCanary");
    for (PlacedText canary : canaries) {
      if (held.stream().noneMatch(name -> name.text().equals(canary.text()))) {
        images.error(
            "imagePolicy.lockstep.allowCanary names \"" + canary + "\", which is not in lockstep",
            canary.at(),
            "Name one of " + held + ".");
      }
    }
    return new Lockstep(held, row.names("environments"), canaries, at);
  }

  private static List<PlacedText> usual(List<ImageComponent> components, Position at) {
    return components.isEmpty()
        ? DEFAULT_COMPONENTS.stream().map(name -> new PlacedText(name, at)).toList()
        : components.stream().map(ImageComponent::name).toList();
  }
}
