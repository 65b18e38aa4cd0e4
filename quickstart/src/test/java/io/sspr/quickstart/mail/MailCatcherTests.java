package io.sspr.quickstart.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.quickstart.layout.Settings;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MailCatcherTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String LOGIN = MailCatcher.TEXT_ACCOUNT + ":" + MailCatcher.TEXT_TOKEN;

    @TempDir
    Path data;

    private Settings settings;
    private MailCatcher catcher;

    @BeforeEach
    void start() {
        settings = Settings.onRandomPorts(data);
        catcher = MailCatcher.start(settings.smtpPort(), settings.mailPort());
    }

    @AfterEach
    void stop() {
        catcher.close();
    }

    @Test
    void showsMailsNewestFirstAndOpensThem() throws Exception {
        send("ada@example.org", "Your code", "It is 314159");
        send("bob@example.org", "Another code", "It is 271828");

        String list = get("/").body();
        assertThat(list).containsSubsequence("bob@example.org", "Another code", "ada@example.org", "Your code");
        assertThat(list).doesNotContain("314159").doesNotContain("<script");
        assertThat(get("/mail/1").body()).contains("ada@example.org", "Your code", "It is 314159");
        assertThat(get("/mail/99").statusCode()).isEqualTo(404);
    }

    @Test
    void escapesWhatCameByMailAndForbidsScripts() throws Exception {
        String evil = "<script>alert('x')</script><b a=\"1\">&amp;";
        send("\"<i>\"@example.org", evil, evil + " BODY TITLE");

        HttpResponse<String> list = get("/");
        HttpResponse<String> mail = get("/mail/1");
        for (String page : List.of(list.body(), mail.body())) {
            assertThat(page).doesNotContain("<script").doesNotContain("<b a").doesNotContain("<i>");
            assertThat(page)
                    .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&lt;b a=&quot;1&quot;&gt;&amp;amp;");
        }
        for (HttpResponse<String> answer : List.of(list, mail)) {
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .startsWith("default-src 'none'; style-src 'self';");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void servesTheApiInTheShapeOfGreenMailsOwn() throws Exception {
        send("Ada@Example.org", "First", "one \u00e9");
        send("ada@example.org", "Second", "two");
        send("bob@example.org", "Third", "three");

        HttpResponse<String> answer = get("/api/user/ada@EXAMPLE.org/messages");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode messages = JsonMapper.builder().build().readTree(answer.body());
        assertThat(messages.size()).isEqualTo(2);
        assertThat(messages.get(0).get("subject").asString()).isEqualTo("First");
        assertThat(messages.get(1).get("subject").asString()).isEqualTo("Second");
        assertThat(messages.get(1).get("uid").asLong()).isEqualTo(2);
        assertThat(messages.get(1).get("Message-ID").asString()).startsWith("<");
        assertThat(messages.get(1).get("contentType").asString()).startsWith("text/plain");
        MimeMessage parsed = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(
                        messages.get(0).get("mimeMessage").asString().getBytes(StandardCharsets.UTF_8)));
        assertThat(((String) parsed.getContent()).strip()).isEqualTo("one \u00e9");
        assertThat(get("/api/user/nobody@example.org/messages").body()).isEqualTo("[]");
    }

    @Test
    void showsThePlainTextOfAMailInSeveralForms() throws Exception {
        MimeMessage message = message("ada@example.org", "Both");
        MimeMultipart forms = new MimeMultipart("alternative");
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<p>as html</p>", "utf-8", "html");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText("as text", "utf-8");
        forms.addBodyPart(html);
        forms.addBodyPart(plain);
        message.setContent(forms);
        Transport.send(message);

        assertThat(get("/mail/1").body()).contains("<pre>as text</pre>").doesNotContain("as html");
    }

    @Test
    void keepsTheNewestThousand() throws Exception {
        try (Transport transport = session().getTransport("smtp")) {
            transport.connect();
            for (int i = 1; i <= Mails.MOST + 5; i++) {
                MimeMessage message = message("ada@example.org", "Number " + i);
                message.setText("x");
                message.saveChanges();
                transport.sendMessage(message, message.getAllRecipients());
            }
        }

        assertThat(get("/mail/5").statusCode()).isEqualTo(404);
        assertThat(get("/mail/6").statusCode()).isEqualTo(200);
        assertThat(get("/mail/" + (Mails.MOST + 5)).statusCode()).isEqualTo(200);
    }

    @Test
    void answersOnlyToItsOwnNameAndOnlyToReaders() throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(raw("GET / HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 421");
        HttpRequest post = HttpRequest.newBuilder(uri("/"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(HTTP.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
        assertThat(get("/api/user/../../etc/messages").statusCode()).isEqualTo(404);
    }

    @Test
    void takesTextMessagesAsAGatewayAndShowsThemBesideTheMails() throws Exception {
        send("ada@example.org", "Your code", "It is 314159");
        HttpResponse<String> taken = text("+38640123456", "Primer: 12345678 š <b>\n@reset.example.org #12345678");

        assertThat(taken.statusCode()).isEqualTo(201);
        JsonNode message = json(taken);
        assertThat(message.get("status").asString()).isEqualTo("queued");
        String sid = message.get("sid").asString();
        assertThat(status(sid)).isEqualTo("sent");
        assertThat(status(sid)).isEqualTo("delivered");
        assertThat(status(sid)).isEqualTo("delivered");
        assertThat(get("/").body())
                .containsSubsequence("<td>SMS</td>", "+38640123456", "<td>Mail</td>", "ada@example.org")
                .doesNotContain("12345678");
        assertThat(get("/mail/2").body()).contains("Primer: 12345678 š &lt;b&gt;", "@reset.example.org #12345678");
        assertThat(json(asked("/2010-04-01/Accounts/ACquickstart/Messages.json?PageSize=50&To=%2B38640123456", LOGIN))
                        .get("messages")
                        .get(0)
                        .get("sid")
                        .asString())
                .isEqualTo(sid);
    }

    @Test
    void servesTextMessagesInTheShapeOfMails() throws Exception {
        text("+38640123456", "one š\n@reset.example.org #12345678");

        for (String spelling : List.of("%2B38640123456", "%2B386+40+123+456", "%2B386%2040%20123%20456")) {
            JsonNode messages = json(get("/api/user/" + spelling + "/messages"));
            assertThat(messages.size()).isEqualTo(1);
            JsonNode message = messages.get(0);
            assertThat(message.get("uid").asLong()).isEqualTo(1);
            assertThat(message.get("subject").asString()).isEqualTo("SMS");
            assertThat(message.get("contentType").asString()).startsWith("text/plain");
            MimeMessage parsed = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(
                            message.get("mimeMessage").asString().getBytes(StandardCharsets.UTF_8)));
            assertThat(parsed.getMessageID())
                    .isEqualTo(message.get("Message-ID").asString());
            assertThat(((String) parsed.getContent()).replace("\r\n", "\n").strip())
                    .isEqualTo("one š\n@reset.example.org #12345678");
        }
    }

    @Test
    void theGatewayTakesNothingFromStrangersAndNothingThatIsNoNumber() throws Exception {
        String all = "/2010-04-01/Accounts/ACquickstart/Messages.json";
        assertThat(asked(all, "ACquickstart:wrong").statusCode()).isEqualTo(401);
        assertThat(get(all).statusCode()).isEqualTo(401);
        assertThat(asked("/2010-04-01/Accounts/ACother/Messages.json", LOGIN).statusCode())
                .isEqualTo(404);
        assertThat(asked("/2010-04-01/Accounts/ACquickstart/Messages/SM1.json", LOGIN)
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> refused = text("040 123 456", "text");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("code").asInt()).isEqualTo(21211);
        assertThat(raw("POST " + all
                        + " HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(get("/").body()).contains("No message yet");
    }

    private String status(String sid) throws IOException, InterruptedException {
        return json(asked("/2010-04-01/Accounts/ACquickstart/Messages/" + sid + ".json", LOGIN))
                .get("status")
                .asString();
    }

    private HttpResponse<String> text(String to, String body) throws IOException, InterruptedException {
        String form = "To=" + URLEncoder.encode(to, StandardCharsets.UTF_8) + "&From=Primer&ValidityPeriod=600&Body="
                + URLEncoder.encode(body, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(uri("/2010-04-01/Accounts/ACquickstart/Messages.json"))
                .header("Authorization", basic(LOGIN))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> asked(String path, String login) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Authorization", basic(login))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.builder().build().readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return catcher.page().resolve(path);
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), settings.mailPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void send(String to, String subject, String text) throws MessagingException {
        MimeMessage message = message(to, subject);
        message.setText(text, "utf-8");
        Transport.send(message);
    }

    private MimeMessage message(String to, String subject) throws MessagingException {
        MimeMessage message = new MimeMessage(session());
        message.setFrom(new InternetAddress("sspr@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "utf-8");
        return message;
    }

    private Session session() {
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(settings.smtpPort()));
        return Session.getInstance(properties);
    }
}
