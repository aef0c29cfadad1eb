package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms in which secrets and places stand in command lines and messages: of each, nothing with {@code zz} in it stays. */
class RedactedTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql -pzzhunter",
                "mysql -u bob -pzz db",
                "sshpass -p zzpw ssh host",
                "curl -u bob:zzpw https://example.org",
                "curl -ubob:zzpw https://example.org",
                "curl --user bob:zzpw https://example.org",
                "psql 'host=db user=u password=zz1,zz2'",
                "--password='zza zzb'",
                "--password \"zza zzb\"",
                "--password=aa,zz;zz&zz",
                "MYSQL_PWD=zz mysql",
                "DB_PASS=zz app",
                "--pass zz",
                "--pass=zz",
                "--pin=zz",
                "Authorization: Token zztoken",
                "Authorization: zztoken",
                "Authorization: ApiKey zztoken",
                "Cookie: session=zz; other=zz",
                "{\"password\":\"zz\"}",
                "{\\\"password\\\":\\\"zz\\\"}",
                "{\"password\": \"a\\\"zz\"}",
                "https://bob:p@zz@example.org/x",
                "https://bob:pa/zz@example.org/x",
                "postgres://bob:zz@db:5432/x",
                "https://example.org/x?key=zz",
                "https://example.org/x?a=1&sig=zz",
                "https://example.org/x?code=zz",
                "https://example.org/x?apikey=zz",
                "bob:zz@example.org",
                "file:///home/zzalice/clients/zzacme/x",
                "-I/home/alice/zzacme/include",
                "-L/opt/zzacme/lib",
                "PATH=/usr/bin:/home/alice/zzacme/bin",
                "PATH=/usr/bin:/opt/zzacme/bin",
                "a,/srv/zzacme/x",
                "(/srv/zzacme/x)",
                "/home/alice/zz dir/file: no such file",
                "[/srv/zzacme/x]",
                "../zzacme/x/y",
                "./zzacme/x/y",
                "-----BEGIN PRIVATE KEY-----\nMIIzz/abc\nzzz=\n-----END PRIVATE KEY-----",
                "SECRET_KEY = zz",
                "PASSWORT=zz",
                "--client-secret zz",
                "xoxb-zz12345678901234",
                "TOKEN: zz",
                "ZZHOST.example.org",
                "zzhost.local",
                "at ZZHOST:22",
                "password is zz",
                "PASSWORD='zz cut off",
                "cannot open '/home/alice/my zz folder/x': no such file",
                "~alice/zzacme/x",
                "$HOME/zzacme/x",
                "https://hooks.example.org/services/T0/B0/zzAbCdEf0123456789abcdXY",
                "wJalrXUtnFEMI/K7MDENGzzbPxRfiCY/EXAMPLEK",
                "export TOKEN='zza zzb'",
            })
    void nothingOfItStays(String text) {
        RedactedText redacted = RedactedText.of(Set.of("zzhost"), List.of(text));
        assertThat(redacted.redact(text)).doesNotContainIgnoringCase("zz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--password=a b zz", "TOKEN=it's zz", "-pa zz", "-ubob:a zz", "--user=bob:a\nzz"})
    void anArgumentIsASecretToItsEnd(String word) {
        assertThat(RedactedText.of(Set.of(), List.of()).ofWord(word)).doesNotContain("zz");
    }

    @Test
    void upperCaseDigitsAreASecretToo() {
        RedactedText redacted = RedactedText.of(Set.of(), List.of());
        assertThat(redacted.redact("--id A1B2C3D4E5F60718293A4B5C6D7E8F90")).isEqualTo("--id " + RedactedText.GONE);
    }

    /** What a reader of a report needs stays. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "numeric/nbody:python:std@500000x1 failed",
                "gcc -O3 -pthread -pipe -pedantic -Wall",
                "https://example.org/an/article",
                "/usr/bin/python3 -I program.py 10",
                "[-p / SOLAR_MASS for p in momenta]",
                "Rust / C is 0.8; kB/s",
                "exited with code 3; passed on, see the author's page",
                "sha256:0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0",
            })
    void whatTellsNothingStays(String text) {
        assertThat(RedactedText.of(Set.of("zzhost"), List.of()).redact(text)).isEqualTo(text);
    }

    /** The stack is no deeper and the time no longer than for a short text. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "a'b'", "\\x", "a/", "a:", "\"\\a\"", "./a ", "A1b/"})
    void aLongTextIsRead(String piece) {
        String text = RedactedText.of(Set.of(), List.of()).redact("--password=zz" + piece.repeat(100_000) + " zz");
        assertThat(text).doesNotContain("=zz");
    }
}
