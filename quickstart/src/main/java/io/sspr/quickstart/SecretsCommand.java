package io.sspr.quickstart;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.sspr.contract.Client;
import io.sspr.contract.Service;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.quickstart.layout.CannotStart;
import io.sspr.quickstart.layout.DataDirectory;
import io.sspr.quickstart.layout.Settings;
import io.sspr.quickstart.portal.PortalSecrets;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code ./sspr secrets DIR}: makes what is missing of the secrets of a deployment in containers, for each service only
 * what it needs, and for the portal its own keys. The directory is its owner's alone; below it all may be read, because a container reads as another user.
 */
final class SecretsCommand implements Subcommand {

    private final SecureRandom random = new SecureRandom();

    @Override
    public int run(Settings settings, List<String> arguments, PrintStream out) throws Exception {
        if (arguments.size() != 1) throw new CannotStart("A directory is missing.", "./sspr secrets DIRECTORY");
        Path directory = Path.of(arguments.get(0)).toAbsolutePath();
        DataDirectory.create(directory);
        Path all = directory.resolve("all");
        String anchor = new KeyMaterial(all, Clock.systemUTC())
                .generate(SampleClients.ALL.stream().map(Client::name).toList())
                .anchorThumbprint();
        password(directory.resolve("database").resolve("superuser_database_password"));
        for (Service service : Service.values()) {
            Path own = directory.resolve(service.principal());
            String password =
                    password(directory.resolve("database").resolve(service.shortName() + "_database_password"));
            write(own.resolve("configuration").resolve("spring.datasource.password"), password);
            copyKeys(all, own.resolve("keys"), service.principal());
        }
        portal(all, directory.resolve("portal"), anchor);
        out.println(anchor);
        return 0;
    }

    private void portal(Path all, Path own, String anchor) throws IOException {
        write(own.resolve("configuration").resolve("sspr.portal.anchor"), anchor);
        String assertion = "clients/portal/assertion.jwk";
        write(own.resolve("keys").resolve(assertion), Files.readString(all.resolve(assertion)));
        Path cookies = own.resolve("keys").resolve("cookie.key");
        if (!Files.exists(cookies)) write(cookies, new String(PortalSecrets.cookieKey(random), US_ASCII));
    }

    private static void copyKeys(Path all, Path own, String service) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(all)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path name = all.relativize(file);
            if (isNeeded(name, service)) write(own.resolve(name.toString()), Files.readString(file));
        }
    }

    private static boolean isNeeded(Path name, String service) {
        String text = name.toString().replace('\\', '/');
        boolean publishes = !service.equals(Service.NOTIFICATION.principal());
        return text.startsWith(service + "/")
                || (text.startsWith("pairwise/") && text.contains(service))
                || text.endsWith(".pub.jwk")
                || (text.equals("anchor.jwk") && publishes);
    }

    private String password(Path file) throws IOException {
        if (Files.exists(file)) return Files.readString(file);
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String password = HexFormat.of().formatHex(bytes);
        write(file, password);
        return password;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
