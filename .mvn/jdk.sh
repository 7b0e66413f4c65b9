# Sourced by mvnw and whichday: points JAVA_HOME at a JDK 21 or newer, or fails with one sentence.
# Looks at JAVA_HOME, then PATH, then the usual places on Linux and macOS; among several, the newest wins.

# The major version of the JDK in folder $1, or nothing where there is none (a JRE does not count).
whichday_jdk_major() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    # The shell's own words, no sed: every command waits for this.
    while IFS= read -r whichday_line || [ -n "$whichday_line" ]; do
      case $whichday_line in
        JAVA_VERSION=\"*)
          whichday_line=${whichday_line#JAVA_VERSION=\"}
          whichday_line=${whichday_line#1.}
          printf '%s\n' "${whichday_line%%[!0-9]*}"
          ;;
      esac
    done <"$1/release"
  else
    "$1/bin/java" -version 2>&1 | sed -n '1s/.*"\(1\.\)\{0,1\}\([0-9][0-9]*\).*/\2/p'
  fi
}

whichday_find_jdk() {
  whichday_best=
  whichday_best_major=20
  whichday_on_path=$(command -v javac 2>/dev/null || :)
  if [ -n "$whichday_on_path" ]; then
    # Resolve links such as /usr/bin/javac -> /etc/alternatives/javac -> .../bin/javac.
    while [ -L "$whichday_on_path" ]; do
      whichday_link=$(readlink "$whichday_on_path")
      case $whichday_link in
        /*) whichday_on_path=$whichday_link ;;
        *) whichday_on_path=$(dirname "$whichday_on_path")/$whichday_link ;;
      esac
    done
    whichday_on_path=$(cd "$(dirname "$whichday_on_path")/.." 2>/dev/null && pwd || :)
  fi
  # What the user chose wins over what merely is there.
  for whichday_jdk in "${JAVA_HOME-}" "$whichday_on_path"; do
    [ -n "$whichday_jdk" ] || continue
    whichday_major=$(whichday_jdk_major "$whichday_jdk")
    if [ "${whichday_major:-0}" -ge 21 ]; then
      JAVA_HOME=$whichday_jdk
      export JAVA_HOME
      return 0
    fi
  done
  set +f
  for whichday_jdk in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* /snap/openjdk/current/jdk \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    whichday_major=$(whichday_jdk_major "$whichday_jdk")
    if [ "${whichday_major:-0}" -gt "$whichday_best_major" ]; then
      whichday_best=$whichday_jdk
      whichday_best_major=$whichday_major
    fi
  done
  if [ -z "$whichday_best" ]; then
    echo "Whichday needs a JDK 21 or newer and found none in JAVA_HOME, on PATH or in the usual places: install one (Debian 13: apt install openjdk-21-jdk-headless; macOS: brew install openjdk) or set JAVA_HOME to it." >&2
    return 1
  fi
  JAVA_HOME=$whichday_best
  export JAVA_HOME
}

whichday_find_jdk

# Maven's own libraries use what newer JDKs warn about; options that an older one doesn't know would stop it.
if [ "$(whichday_jdk_major "$JAVA_HOME")" -ge 24 ]; then
  MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS-}"
  export MAVEN_OPTS
fi
