# Defines find_jdk: prints the home of a JDK 25, or says what to install. Sourced by ./build and ./agents-render.

REQUIRED_JAVA=25

# The "release" file every JDK carries is read rather than running java, which would cost a JVM start for each candidate.
is_required_jdk() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && grep -Eq "^JAVA_VERSION=\"$REQUIRED_JAVA([.\"+-]|\$)" "$1/release"
}

jdk_of_path() {
  command -v javac >/dev/null 2>&1 || return 1
  javac_link=$(command -v javac)
  javac_file=$(readlink -f "$javac_link" 2>/dev/null || echo "$javac_link")
  dirname "$(dirname "$javac_file")"
}

find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && is_required_jdk "$JAVA_HOME"; then
    echo "$JAVA_HOME"
    return 0
  fi
  on_path=$(jdk_of_path) && is_required_jdk "$on_path" && { echo "$on_path"; return 0; }
  for candidate in \
    /usr/lib/jvm/* \
    /usr/java/* \
    /usr/local/java/* \
    /opt/java/* /opt/jdk* /opt/*jdk* \
    "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
    "${HOME:-/nonexistent}"/.jdks/* \
    "${HOME:-/nonexistent}"/.local/share/mise/installs/java/* \
    "${HOME:-/nonexistent}"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/nonexistent}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*; do
    if is_required_jdk "$candidate"; then
      echo "$candidate"
      return 0
    fi
  done
  cat >&2 <<EOF
agents-render needs a JDK $REQUIRED_JAVA, and none was found in JAVA_HOME, on the PATH or in the usual folders.
Install one (Debian and Ubuntu: the package temurin-$REQUIRED_JAVA-jdk or openjdk-$REQUIRED_JAVA-jdk; macOS: brew install openjdk@$REQUIRED_JAVA;
anywhere: sdk install java $REQUIRED_JAVA-tem), or set JAVA_HOME to it.
EOF
  return 1
}
