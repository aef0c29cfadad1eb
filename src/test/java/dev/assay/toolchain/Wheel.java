package dev.assay.toolchain;

import dev.assay.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Python package of one module, in the form that pip installs (PEP 427). */
final class Wheel {
    private Wheel() {}

    static Path write(Path folder, String name, String module) throws IOException {
        return write(folder, name, name + ".py", module);
    }

    /** The same with the module in a file of that name. */
    static Path write(Path folder, String name, String file, String module) throws IOException {
        String info = name + "-1.0.dist-info/";
        Map<String, String> files = new LinkedHashMap<>();
        files.put(file, module);
        files.put(info + "METADATA", "Metadata-Version: 2.1\nName: " + name + "\nVersion: 1.0\n");
        files.put(info + "WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
        files.put(info + "RECORD", file + ",,\n" + info + "METADATA,,\n" + info + "WHEEL,,\n" + info + "RECORD,,\n");
        Path wheel = Files.createDirectories(folder).resolve(name + "-1.0-py3-none-any.whl");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
            for (Map.Entry<String, String> each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return wheel;
    }

    static String sha256(Path wheel) throws IOException {
        return Sha256.hash(Files.readAllBytes(wheel));
    }
}
