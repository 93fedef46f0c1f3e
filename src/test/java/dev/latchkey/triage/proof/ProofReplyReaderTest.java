package dev.latchkey.triage.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.proof.ProofReply.Thing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofReplyReaderTest {
  private final ProofReplyReader reader = new ProofReplyReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I created the branch",
        "pushed",
        "it's there now",
        "habe den Branch angelegt",
        "erledigt",
        "ya está",
        "c'est fait",
        "feito",
        "已完成",
        "作成しました",
        "done",
        "I couldn't at first but now it is done",
        "Done.\n\nBest regards\nDora",
      })
  void thisIsDone(String words) {
    ProofReply reply = reader.read(words);
    assertThat(reply.saysDone()).isTrue();
    assertThat(reply.saysCannot()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I cannot",
        "I can't access that repository any more",
        "I no longer own the domain",
        "no idea how to do that and I have no gpg key",
        "das geht nicht",
        "I have none of those things. No repository, no website, I only ever uploaded by the form.",
        "Não tenho nada disso, nem repositório nem site. Publiquei sempre só pelo formulário.",
        "ich habe darauf keinen Zugriff mehr",
      })
  void thisIsImpossible(String words) {
    ProofReply reply = reader.read(words);
    assertThat(reply.saysCannot()).isTrue();
    assertThat(reply.saysDone()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n \n",
        "?",
        "I will do it tomorrow",
        "is it done?",
        "how do I do that?",
        "I have not done it yet",
        "once it is done",
        "can I do it tomorrow?",
        "I cannot log in to my account",
        "can't wait",
        "The branch is there, but I cannot push to it.",
        "I can't receive mails at that address any more",
        "I cannot do the first one. Can I upload a file to the website instead?",
        "I can create the branch if you want",
        "Thanks, I'm on it",
      })
  void thisIsNeither(String words) {
    ProofReply reply = reader.read(words);
    assertThat(reply.saysDone()).isFalse();
    assertThat(reply.saysCannot()).isFalse();
  }

  /** {@code proof-sentences.txt}: a language, what must be read, and the words. */
  @Test
  void sentencesOfSevenLanguagesAreRead() throws IOException {
    List<String> wrong =
        Files.readAllLines(Path.of("src/test/resources/reading/proof-sentences.txt")).stream()
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .filter(line -> !said(line.split("[|]")[2]).equals(line.split("[|]")[1]))
            .toList();
    assertThat(wrong).isEmpty();
  }

  private String said(String words) {
    ProofReply reply = reader.read(words);
    if (reply.saysDone() && reply.saysCannot()) {
      return "both";
    }
    return reply.saysDone() ? "done" : reply.saysCannot() ? "cannot" : "none";
  }

  @Test
  void whatIsGoneIsThatWhichStandsBesideIt() {
    assertThat(reader.read("The key was on my laptop, which was stolen.").cannot())
        .isEqualTo(Set.of(Thing.KEY));
    assertThat(reader.read("I threw the old computer away, and the key was on it.").cannot())
        .isEqualTo(Set.of(Thing.KEY));
    assertThat(reader.read("The repository was deleted when our team was dissolved.").cannot())
        .isEqualTo(Set.of(Thing.REPOSITORY));
    assertThat(reader.read("I will put the file there, my phone was stolen.").saysCannot())
        .isFalse();
  }

  @Test
  void eachThingIsReadByItself() {
    ProofReply reply = reader.read("I cannot do the DNS, but the branch is there");
    assertThat(reply.done()).isEqualTo(Set.of(Thing.REPOSITORY));
    assertThat(reply.cannot()).isEqualTo(Set.of(Thing.DNS));
    assertThat(reply.allDone()).isFalse();
    assertThat(reply.allCannot()).isFalse();
  }

  @Test
  void whatWasNotPossibleStaysSoWhereOnlySomethingElseIsDone() {
    ProofReply reply = reader.read("He subido el archivo, pero no pude cambiar el DNS");
    assertThat(reply.done()).isEqualTo(Set.of(Thing.SITE));
    assertThat(reply.cannot()).isEqualTo(Set.of(Thing.DNS));
  }

  @Test
  void whoIsOfferedIsNotGivenUp() {
    ProofReply reply =
        reader.read("Bei mir ist das leider nicht möglich, aber mein Kollege Jonas könnte bürgen.");
    assertThat(reply.cannot()).isEmpty();
    assertThat(reply.people()).containsExactly("Jonas");
  }

  @Test
  void aListIsReadToItsEnd() {
    assertThat(reader.read("I don't have a website, a GPG key or a repository.").cannot())
        .isEqualTo(Set.of(Thing.SITE, Thing.KEY, Thing.REPOSITORY));
    assertThat(reader.read("Ich habe die Datei hochgeladen und den TXT-Eintrag.").done())
        .isEqualTo(Set.of(Thing.SITE, Thing.DNS));
    assertThat(reader.read("I cannot do the DNS, but the branch.").cannot())
        .isEqualTo(Set.of(Thing.DNS));
  }

  @Test
  void whatIsSaidOfNothingInParticularIsSaidOfAll() {
    assertThat(reader.read("done").allDone()).isTrue();
    assertThat(reader.read("I cannot").allCannot()).isTrue();
    assertThat(reader.read("I can't do any of these, I have no website").allCannot()).isTrue();
    assertThat(reader.read("I cannot do the DNS").allCannot()).isFalse();
  }

  @Test
  void whoCouldVouchIsNamed() {
    assertThat(reader.read("ask Omar (omar), he maintains it with me").people())
        .containsExactly("Omar", "omar");
    assertThat(reader.read("my co-maintainer is lib").people()).containsExactly("lib");
    assertThat(reader.read("My colleague is dora@mail.example.").people())
        .containsExactly("dora@mail.example");
    assertThat(reader.read("the maintainers: aa1 bb2 cc3 dd4 ee5 ff6 gg7").people()).hasSize(5);
    assertThat(reader.read("I created the branch, regards, Dora").people()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I cannot do any of the others. Did omar answer?",
        "I can't bring any of the other proofs.",
        "I have no repository and cannot do the rest.",
        "Die anderen kann ich nicht.",
        "Je ne peux pas apporter les autres.",
        "No puedo con las otras.",
        "Não consigo fazer as outras.",
        "其他的我做不到。"
      })
  void whatIsLeftIsGivenUp(String words) {
    assertThat(reader.read(words).cannotRest()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The branch I will do tomorrow, the others I cannot do.",
        "I cannot do the other one.",
        "What about the others?",
        "I can do the others as well.",
        "The branch is there. I cannot do the rest."
      })
  void whatIsLeftIsNotGivenUpBesideAnotherThing(String words) {
    assertThat(reader.read(words).cannotRest()).isFalse();
  }
}
