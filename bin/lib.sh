# Shared by the commands in bin/. Plain bash, no side effects when sourced.

fail() { # message…: one clear line, then out
  printf '%s\n' "$*" >&2
  exit 1
}

jdk_version() { # home -> major version, or nothing
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# Prints the home of the newest installed JDK that is 25 or later.
need_jdk25() {
  local best="" best_version=24 home version
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    "$HOME"/.local/share/mise/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$home" ] && [ -d "$home" ] || continue
    version=$(jdk_version "$home") || continue
    [ -n "$version" ] && [ "$version" -gt "$best_version" ] && best=$home best_version=$version
  done
  [ -n "$best" ] || fail "邕通 needs a JDK 25 or later: install one (for example Temurin 25) under /usr/lib/jvm, or set JAVA_HOME to it. 未找到 JDK 25，请安装后重试。"
  printf '%s' "$best"
}

need_maven() {
  command -v mvn >/dev/null 2>&1 || fail "邕通 needs Maven 3.8 or later on the PATH (Debian: apt-get install maven). 未找到 Maven，请安装后重试。"
}

# Small heap, small collector: the platform idles well below 600 MB.
YONGTONG_JVM_DEFAULTS="-XX:+UseSerialGC -Xms96m -Xmx768m -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8"
