package dev.latchkey.parse.tnef;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file of Outlook says, and what a hostile one costs. */
@NullMarked
class TnefReaderTest {
  private static final int PLAIN = 0x1000;
  private static final int RTF = 0x1009;
  private static final int HTML = 0x1013;

  /** The example of MS-OXRTFCP section 3.1.1. */
  private static final byte[] HELLO =
      hex(
          "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af320"
              + "68656c090020627705b06c647d0a800fa0");

  /** The one of section 3.1.2, where what is copied is being written. */
  private static final byte[] CROSSING =
      hex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0");

  @Test
  void theTextOfTheBodyIsRead() {
    TnefMail mail = read(new TnefFile().codePage(1252).body("Grüße, Kim", windows(1252)));

    assertThat(mail).isEqualTo(new TnefMail("Grüße, Kim", false, List.of()));
  }

  @Test
  void theCodePageIsTheOneThatTheFileNames() {
    assertThat(read(new TnefFile().codePage(1251).body("Привет", windows(1251))).text())
        .isEqualTo("Привет");
    assertThat(
            read(new TnefFile().codePage(932).body("電話をなくしました", Charset.forName("windows-31j")))
                .text())
        .isEqualTo("電話をなくしました");
    assertThat(read(new TnefFile().codePage(65001).body("Grüße", UTF_8)).text()).isEqualTo("Grüße");
  }

  @Test
  void thePropertiesOfTheMessageHoldItsText() {
    TnefFile.Properties properties =
        new TnefFile.Properties()
            .others()
            .number(0x3FDE, 65001)
            .unicode(PLAIN, "I lost my phone 📱");

    assertThat(read(new TnefFile().properties(properties)).text()).isEqualTo("I lost my phone 📱");
  }

  @Test
  void aPageIsReadWhereThereIsNoPlainText() {
    TnefFile.Properties properties =
        new TnefFile.Properties()
            .unicode(PLAIN, " \r\n")
            .number(0x3FDE, 1251)
            .binary(HTML, "<p>Привет</p>".getBytes(windows(1251)));

    TnefMail mail = read(new TnefFile().properties(properties));

    assertThat(mail.html()).isTrue();
    assertThat(mail.text()).isEqualTo("<p>Привет</p>");
  }

  @Test
  void packedRtfIsReadWhereThereIsNothingElse() {
    TnefFile.Properties properties = new TnefFile.Properties().others().binary(RTF, HELLO);

    assertThat(read(new TnefFile().properties(properties)).text()).isEqualTo("hello world");
  }

  @Test
  void whatIsPackedIsUnpackedAsTheSpecificationSays() {
    assertThat(new String(CompressedRtf.unpack(HELLO), US_ASCII))
        .isEqualTo("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
    assertThat(new String(CompressedRtf.unpack(CROSSING), US_ASCII))
        .isEqualTo("{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0;}\\pard Hello\\par\\par Kim\\tab x} |Hello//Kim\tx",
        "{\\rtf1\\ansi\\ansicpg1252 Gr\\'fc\\'dfe \\endash  \\ldblquote a\\rdblquote } |Grüße – “a”",
        "{\\rtf1\\ansi\\ansicpg932 \\'82\\'a0\\'82\\'a2} |あい",
        "{\\rtf1\\ansi\\uc1 \\u8364?uro \\u-10179?\\u-8704?} |€uro 😀",
        "{\\rtf1\\ansi\\uc2 \\u228\\'e4\\'e4h} |äh",
        "{\\rtf1 seen {\\v not seen }and\\v  not\\v0  again} |seen and again",
        "{\\rtf1{\\*\\generator Riched20;}{\\info{\\author X}}{\\pict\\bin3 }}}}x} |x",
        "{\\rtf1 a\\{b\\}c\\\\d\\~e\\_f} |a{b}c\\d\u00a0e-f",
        "{\\rtf1\\ansi\\fromhtml1{\\*\\htmltag64 <p>}Hello{\\*\\htmltag72 </p>}\\htmlrtf\\par\\htmlrtf0 {\\*\\htmltag64 <p>}Kim} |Hello/Kim",
        "{\\rtf1{\\field{\\*\\fldinst{HYPERLINK \"https://x.example\"}}{\\fldrslt the page}}} |the page",
        "{\\rtf1 never closed |never closed",
        "no rtf at all |no rtf at all",
      })
  void theWordsOfRtfAreTheOnesThatAReaderSees(String rtf, String words) {
    assertThat(RtfText.of(rtf.getBytes(windows(1252))).replace('\n', '/')).isEqualTo(words);
  }

  @Test
  void theFilesInItAreNamedByTheirLongNames() {
    TnefMail mail =
        read(
            new TnefFile()
                .body("see attached", US_ASCII)
                .file("SCREEN~1.PNG", "screenshot of the error.png")
                .file("notes.txt", ""));

    assertThat(mail.files()).containsExactly("screenshot of the error.png", "notes.txt");
  }

  @Test
  void whatIsNoTnefSaysNothing() {
    assertThat(TnefReader.read(new byte[0])).isEqualTo(TnefMail.EMPTY);
    assertThat(TnefReader.read("hello".getBytes(US_ASCII))).isEqualTo(TnefMail.EMPTY);
    assertThat(TnefReader.read(hex("789f3e220100"))).isEqualTo(TnefMail.EMPTY);
  }

  @Test
  void anAttributeThatEndsBeyondTheFileIsReadAsFarAsItGoes() {
    byte[] whole = new TnefFile().body("hello there", US_ASCII).octets();

    assertThat(TnefReader.read(Arrays.copyOf(whole, whole.length - 9)).text()).isEqualTo("hello");
  }

  @Test
  void lengthsThatLieCostNothing() {
    byte[] lie = new TnefFile().octets();
    for (String tail :
        new String[] {
          "010c800200ffffffff68656c6c6f",
          "0103900600ffffffff",
          "010390060010000000ffffffff1e100010ffffffffffffffff",
          "01039006000c00000001000000021009100000ff7f",
          "010390060014000000ffffff7f03100380000000000000000000000000",
        }) {
      byte[] all = Arrays.copyOf(lie, lie.length + tail.length() / 2);
      System.arraycopy(hex(tail), 0, all, lie.length, tail.length() / 2);
      costsLittle(() -> TnefReader.read(all));
    }
  }

  @Test
  void aBombOfReferencesEndsAtItsLimit() {
    byte[] bomb = new byte[20_000_000];
    byte[] head = hex("00000000ffffffff4c5a467500000000");
    System.arraycopy(head, 0, bomb, 0, head.length);
    for (int i = head.length; i + 17 < bomb.length; i += 17) {
      bomb[i] = (byte) 0xFF;
      for (int pair = 1; pair < 17; pair += 2) {
        bomb[i + pair] = 0x00;
        bomb[i + pair + 1] = 0x1F;
      }
    }
    costsLittle(() -> assertThat(CompressedRtf.unpack(bomb)).hasSizeLessThanOrEqualTo(512 * 1024));
  }

  @Test
  void depthAndNumberHaveABound() {
    byte[] groups = "{\\*".repeat(170_000).getBytes(US_ASCII);
    costsLittle(() -> RtfText.of(groups));
    byte[] words = "\\u65?\\v\\plain\\'e4".repeat(30_000).getBytes(US_ASCII);
    costsLittle(() -> RtfText.of(words));
    TnefFile files = new TnefFile();
    for (int i = 0; i < 200_000; i++) {
      files.attribute(2, 0x00069002L, new byte[0]);
    }
    byte[] many = files.octets();
    costsLittle(() -> assertThat(TnefReader.read(many).files()).hasSizeLessThanOrEqualTo(100));
    TnefFile.Properties properties = new TnefFile.Properties();
    for (int i = 0; i < 200_000; i++) {
      properties.number(0x3FDE, i);
    }
    byte[] props = new TnefFile().properties(properties).octets();
    costsLittle(() -> TnefReader.read(props));
  }

  @Test
  void anyOctetsAreRead() {
    Random random = new Random(11);
    byte[] whole =
        new TnefFile()
            .codePage(1252)
            .properties(
                new TnefFile.Properties()
                    .others()
                    .unicode(0x0070, "topic")
                    .binary(RTF, HELLO)
                    .number(0x3FDE, 65001))
            .file("A.TXT", "a long name.txt")
            .octets();
    for (int round = 0; round < 20_000; round++) {
      byte[] changed = whole.clone();
      for (int i = random.nextInt(5); i >= 0; i--) {
        changed[6 + random.nextInt(changed.length - 6)] = (byte) random.nextInt();
      }
      TnefReader.read(Arrays.copyOf(changed, random.nextInt(changed.length + 1)));
      byte[] packed = Arrays.copyOf(HELLO, 16 + random.nextInt(200));
      for (int i = 16; i < packed.length; i++) {
        packed[i] = (byte) random.nextInt();
      }
      packed[6] = 1;
      RtfText.of(CompressedRtf.unpack(packed));
    }
  }

  private static void costsLittle(Runnable reading) {
    long begun = System.nanoTime();
    reading.run();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
  }

  private static TnefMail read(TnefFile file) {
    return TnefReader.read(file.octets());
  }

  private static Charset windows(int number) {
    return Charset.forName("windows-" + number);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
