package dev.latchkey.triage.remark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeFileReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Attached, thank you",
        "See the photo.",
        "Anbei, danke!",
        "Ci-joint, merci",
        "Adjunto, gracias",
        "Segue em anexo, obrigado.",
        "添付いたしました。よろしくお願いいたします。",
        "见附件,谢谢。",
        "the code is in the picture"
      })
  void whoOnlyPointsAtAFileMeansThatTheCodeIsInIt(String written) {
    assertThat(CodeFileReader.inFile(written)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thank you",
        "I will send you a photo tomorrow.",
        "Can you open the attached file?",
        "Ein Foto kann ich nicht machen.",
        "Attached is my badge. Somebody has called me and said that he is of the help desk, and I told him nothing at all."
      })
  void whoSaysMoreOrElseDoesNot(String written) {
    assertThat(CodeFileReader.inFile(written)).isFalse();
  }
}
