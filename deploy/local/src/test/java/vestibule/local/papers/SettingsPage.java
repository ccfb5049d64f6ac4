package vestibule.local.papers;

import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.tools.ToolProvider;

/** {@code docs/settings.md}, as the sources of the modules say it. */
record SettingsPage(Path root) {

    private static final String ABOUT =
            """
            # Settings

            Written by `SettingsPageTest` from the configuration mappings; do not edit. Any key may be given as a variable: `vestibule.file.max-parts` is
            `VESTIBULE_FILE_MAX_PARTS`. A value that cannot be right stops the start with the key's name.
            """;

    private static final String QUARKUS =
            """

            ## What else has another default than Quarkus gives it

            Keys of Quarkus and its extensions, to be set in the same way; of them, `quarkus.datasource.*`, `quarkus.s3.*` and `kafka.*` say where PostgreSQL,
            S3 and Kafka are ([operations.md](operations.md)).

            ```properties
            %s```
            """;

    String text() throws IOException {
        var page = new StringBuilder(ABOUT);
        for (var module : modules()) {
            var settings = settings(module);
            if (!settings.isEmpty()) {
                page.append("\n## ").append(title(module)).append("\n\n");
                page.append("| key | default | meaning |\n|---|---|---|\n");
                settings.forEach(setting -> page.append(setting.row()).append('\n'));
            }
        }
        var defaults = "shared-intake/src/main/resources/META-INF/microprofile-config.properties";
        return page.append(QUARKUS.formatted(Files.readString(root.resolve(defaults)))).toString();
    }

    private static String title(Path module) {
        var name = module.getFileName().toString();
        return name.equals("shared-intake") ? "Every service" : name;
    }

    /** What is shared first, then the services in the order of their names. */
    private List<Path> modules() throws IOException {
        var modules = new ArrayList<Path>();
        modules.add(root.resolve("shared-intake"));
        try (var folders = Files.list(root)) {
            folders.filter(folder -> folder.getFileName().toString().endsWith("-service"))
                    .sorted()
                    .forEach(modules::add);
        }
        return modules;
    }

    private static List<Setting> settings(Path module) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjectsFromPaths(configs(module));
            if (!sources.iterator().hasNext()) {
                return List.of();
            }
            var task = (JavacTask) compiler.getTask(null, files, null, List.of(), null, sources);
            var docs = DocTrees.instance(task);
            return StreamSupport.stream(task.parse().spliterator(), false)
                    .flatMap(unit -> Mapping.in(docs, unit).stream())
                    .flatMap(Mapping::settings)
                    .sorted(Comparator.comparing(Setting::key))
                    .toList();
        }
    }

    private static List<Path> configs(Path module) throws IOException {
        try (var files = Files.walk(module.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith("Config.java")).toList();
        }
    }
}
