package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.reply.TrimmedReply.Line;
import dev.latchkey.triage.reply.TrimmedReply.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {
  private static final RequestReader READER = new RequestReader(ReadingForms.shipped());

  private static RequestReading read(String text) {
    return READER.read("Account recovery", text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My phone was stolen. It was not found again.",
        "It was lost and never found.",
        "I do not have it any more.",
        "No, I have no other device.",
        "Mein Telefon wurde gestohlen und nicht gefunden.",
        "Mon téléphone n'a pas été retrouvé.",
        "手机被偷了，没有找到。"
      })
  void whatIsToldBelowTheFormTakesBackNoAnswer(String told) {
    String form =
        """
        Account name: dora
        Reason: I lost the second factor
        Recovery codes: yes, I have them
        Code of conduct: I agree
        Acknowledgement: I understand that this may take a while
        """;
    RequestReading request = read(form + "\n" + told);
    assertThat(request.acknowledged()).contains(true);
    assertThat(request.codeOfConduct()).contains(true);
    RequestReading codesLast =
        read(
            form.replace("Recovery codes: yes, I have them\n", "")
                + "Recovery codes: yes, I have them\n\n"
                + told);
    assertThat(codesLast.recoveryCodes()).isEqualTo(RecoveryCodes.HAVE);
    RequestReading boxed =
        read(form.replace("I understand that", "[ ] I understand that") + "\nYes, I understand.");
    assertThat(boxed.acknowledged()).contains(true);
  }

  @Test
  void theFormAsSentIsRead() {
    RequestReading request =
        read(
            """
            ### PyPI username

            dora-w

            ### Reason for request

            My phone was stolen.

            ### Recovery codes

            - [x] I never generated or have lost access to the recovery codes for my account

            ### Code of conduct

            - [X] I agree to follow the PSF Code of Conduct

            ### Acknowledgement

            - [ ] I understand that it may take a significant amount of time to process my account
              recovery request.
            """);
    assertThat(request.recovery()).isTrue();
    assertThat(request.username()).contains("dora-w");
    assertThat(request.index()).isEmpty();
    assertThat(request.reasons()).containsExactly(Reason.LOST_2FA_DEVICE);
    assertThat(request.recoveryCodes().box()).contains(true);
    assertThat(request.codeOfConduct()).contains(true);
    assertThat(request.acknowledged()).contains(false);
    assertThat(request.details()).isEqualTo("My phone was stolen.");
    assertThat(request.why()).isNotEmpty();
  }

  @Test
  void theFormIsReadInGerman() {
    RequestReading request =
        read(
            """
            Benutzername: dora-w
            Grund der Anfrage: Mein Handy ist kaputt und ich habe keine Wiederherstellungscodes.
            Wiederherstellungscodes:
            [x] Ich habe nie Wiederherstellungscodes erzeugt oder sie verloren
            Verhaltenskodex: einverstanden
            Kenntnisnahme: ja
            """);
    assertThat(request.recovery()).isTrue();
    assertThat(request.username()).contains("dora-w");
    assertThat(request.reasons())
        .containsExactlyInAnyOrder(Reason.LOST_2FA_DEVICE, Reason.LOST_RECOVERY_CODES);
    assertThat(request.recoveryCodes().box()).contains(true);
    assertThat(request.codeOfConduct()).contains(true);
    assertThat(request.acknowledged()).contains(true);
  }

  @Test
  void theFormIsReadInFrench() {
    RequestReading request =
        read(
            """
            **Nom d'utilisateur**

            dora-w

            **Motif de la demande**

            J'ai oublié mon mot de passe.

            **Codes de récupération**

            ☑ Je n'ai pas de codes de récupération

            **Code de conduite**

            ☐ J'accepte le code de conduite
            """);
    assertThat(request.recovery()).isTrue();
    assertThat(request.username()).contains("dora-w");
    assertThat(request.reasons()).containsExactly(Reason.FORGOT_PASSWORD);
    assertThat(request.recoveryCodes().box()).contains(true);
    assertThat(request.codeOfConduct()).contains(false);
    assertThat(request.acknowledged()).isEmpty();
  }

  @Test
  void theFormIsReadInSpanish() {
    RequestReading request =
        read(
            """
            Nombre de usuario
            -----------------
            dora-w

            Motivo
            ------
            Ya no tengo acceso a mi correo electrónico.

            Código de conducta
            ------------------
            Acepto el código de conducta
            """);
    assertThat(request.recovery()).isTrue();
    assertThat(request.username()).contains("dora-w");
    assertThat(request.reasons()).containsExactly(Reason.LOST_EMAIL_ACCESS);
    assertThat(request.codeOfConduct()).contains(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Username\n\n`dora-w`",
        "**Username**\n\ndora-w",
        "__Your username__\ndora-w",
        "1. Username: dora-w",
        "- Username: dora-w",
        "* **Username:** dora-w",
        "Username\n========\ndora-w",
        "USERNAME - dora-w",
        "What is your username? dora-w",
        "User name = 'dora-w'",
        "> Username\n\ndora-w",
        "### Username\n\n\"dora-w\".",
        "### Username\n\nhttps://pypi.org/user/dora-w/",
        "### Username\n\n[dora-w](https://pypi.org/user/dora-w/)",
        "### Username\n\ndora-w (dora@mail.example)",
        "### Username\n\nMy username is dora-w, I think",
        "### Username\n\nusername: `dora-w`",
        "### Username\n\ndora@mail.example\n\n### Reason\n\nmy user name is dora-w and my phone is lost",
        "### Username\n\nusername\n\n### Reason\n\nI lost my phone. My user is \"dora-w\".",
        "Hello, I forgot the password of my account `dora-w`. Can you help?",
        "I am locked out of https://pypi.org/user/dora-w since Monday",
        "My account name is dora-w and my yubikey broke.",
      })
  void theAccountNameIsFoundInManyShapes(String text) {
    assertThat(read(text).username()).contains("dora-w");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "### Username\n\nusername",
        "### Username\n\n`your-username`",
        "### Username\n\nn/a",
        "### Username\n\n_No response_",
        "### Username\n\ndora@mail.example",
        "### Username\n\n`dora-w` and `dora-x`",
        "### Username\n\ndora-w / dora-x",
        "### Username\n\n\n### Reason\n\nMy account is locked.",
        "My username is not accepted and my account was frozen.",
        "I forgot my username as well.",
        "login: [password removed]",
      })
  void aPlaceholderAnAddressOrTwoNamesNameNobody(String text) {
    assertThat(read(text).username()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x] I agree to follow the Code of Conduct",
        "- [X ] I agree to follow the Code of Conduct",
        "* [ x] I agree to follow the Code of Conduct",
        "(x) I agree to follow the Code of Conduct",
        "☑ I agree to follow the Code of Conduct",
        "✅ I agree to follow the Code of Conduct",
        "☒ I agree to follow the Code of Conduct",
        "I agree to follow the Code of Conduct [x]",
        "I agree to follow the Code of Conduct.",
        "### Code of Conduct\n\nyes",
        "### Code of Conduct\n\nYes, I agree",
        "Code of Conduct: ok",
        "Code of Conduct:\n[ ] I agree to follow the Code of Conduct\nI agree!",
      })
  void aTickedBoxIsReadInEveryShape(String text) {
    assertThat(read(text).codeOfConduct()).contains(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[ ] I agree to follow the Code of Conduct",
        "- [] I agree to follow the Code of Conduct",
        "☐ I agree to follow the Code of Conduct",
        "### Code of Conduct\n\n_No response_",
        "### Code of Conduct\n\n",
        "### Code of Conduct\n\nno",
        "### Code of Conduct\n\n[ ] I agree to follow the Code of Conduct\n\nNo, I do not agree",
        "### Code of Conduct\n\n[x] I do not agree",
      })
  void anUntouchedBoxOrARefusalIsNoAgreement(String text) {
    assertThat(read(text).codeOfConduct()).contains(false);
  }

  @Test
  void aMailWithoutBoxesSaysNothingOfThem() {
    RequestReading request = read("I forgot my password.");
    assertThat(request.recoveryCodes().box()).isEmpty();
    assertThat(request.codeOfConduct()).isEmpty();
    assertThat(request.acknowledged()).isEmpty();
  }

  @Test
  void theQuestionForRecoveryCodesIsAnsweredInWords() {
    assertThat(read("Recovery codes: lost").recoveryCodes()).isEqualTo(RecoveryCodes.LOST);
    assertThat(read("Recovery codes: never made").recoveryCodes())
        .isEqualTo(RecoveryCodes.NEVER_MADE);
    assertThat(read("Recovery codes: yes, I have them").recoveryCodes())
        .isEqualTo(RecoveryCodes.HAVE);
  }

  @Test
  void answersBetweenTheLinesOfAQuotedFormBelongToItsLabels() {
    RequestReading request =
        READER.read(
            "Re: Your request",
            reply(
                "> These are still missing:",
                "> - The name of the account you cannot get into",
                "dora-w",
                "> - What happened: password forgotten, second factor lost, no access",
                ">   to the mail address, or something else",
                "My phone is lost.",
                "> - Whether you have recovery codes: yes, lost, or never made.",
                "never made",
                "> - That you agree to the code of conduct. Writing \"I agree\" is enough.",
                "I agree"));
    assertThat(request.username()).contains("dora-w");
    assertThat(request.reasons()).containsExactly(Reason.LOST_2FA_DEVICE);
    assertThat(request.recoveryCodes().box()).contains(true);
    assertThat(request.codeOfConduct()).contains(true);
    assertThat(request.acknowledged()).isEmpty();
  }

  @Test
  void aBoxTickedInWordsBelowItsQuoteCounts() {
    RequestReading request =
        READER.read(
            "Re: Your request",
            reply(
                "> ### Code of Conduct",
                "> - [ ] I agree to follow the Code of Conduct",
                "Yes!",
                "> ### Acknowledgement",
                "> - [ ] I understand that it may take time"));
    assertThat(request.codeOfConduct()).contains(true);
    assertThat(request.acknowledged()).isEmpty();
  }

  @Test
  void aFormQuotedBelowOrAboveAnAnswerIsNotReadAsTheAnswer() {
    assertThat(
            READER
                .read("Re: x", reply("Any news?", "> ### Username", "> dora-w", "> ### Reason"))
                .username())
        .isEmpty();
    assertThat(
            READER
                .read("Re: x", reply("> ### Username", "> dora-w", "> ### Reason", "thanks"))
                .username())
        .isEmpty();
  }

  private static TrimmedReply reply(String... lines) {
    List<Line> all = new ArrayList<>();
    for (String line : lines) {
      all.add(new Line(line, line.startsWith(">") ? Part.QUOTED : Part.WRITTEN));
    }
    return new TrimmedReply(all, List.of());
  }

  @Test
  void aNameIsFoundInASentenceAndAWordThatIsNoneIsNot() {
    for (String[] line : ReadingForms.lines("names.txt")) {
      assertThat(read(line[1]).username().orElse("none")).as(line[1]).isEqualTo(line[0]);
    }
  }

  @Test
  void aMailboxThatCannotBeReadIsToldFromOneThatCan() {
    for (String[] line : ReadingForms.lines("mailboxes.txt")) {
      assertThat(read(line[1]).reasons().contains(Reason.LOST_EMAIL_ACCESS))
          .as(line[1])
          .isEqualTo(line[0].equals("lost"));
    }
  }

  @Test
  void aSecondFactorThatNeverWasIsNotLost() {
    for (String[] line : ReadingForms.lines("second-factors.txt")) {
      assertThat(read(line[1]).reasons().contains(Reason.LOST_2FA_DEVICE))
          .as(line[1])
          .isEqualTo(line[0].equals("lost"));
    }
  }

  @Test
  void reasonsAreReadFromManyPhrasings() {
    List<String> wrong = new ArrayList<>();
    List<String[]> cases = ReadingForms.lines("reasons.txt");
    for (String[] line : cases) {
      Set<String> wanted = Arrays.stream(line[0].split(" ")).collect(Collectors.toSet());
      Set<String> found =
          read(line[1]).reasons().stream().map(Reason::word).collect(Collectors.toSet());
      if (!wanted.equals(found)) {
        wrong.add(line[1] + " -> " + found);
      }
    }
    assertThat(wrong).hasSizeLessThanOrEqualTo(cases.size() / 20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please increase the file limit of my project to 200 MB.",
        "I would like to take over the name foo, the project is abandoned (PEP 541).",
        "Call now +1-800-555-0100 to recover your facebook account!",
        "Our colleague passed away, how do we transfer ownership of his projects?",
        "How do I publish a package with trusted publishing?",
        "Solved, thanks!",
        "",
      })
  void otherMailIsNoRecovery(String text) {
    assertThat(READER.read("Hello", text).recovery()).isFalse();
  }

  @Test
  void addressesAndProjectsAreNamedInOrder() {
    RequestReading request =
        read(
            """
            I lost access to old@alt.example; please use 新的new@neu.example.
            Projects: beta-lib, alpha_tool
            See https://pypi.org/project/gamma/ and my package `delta`.
            """);
    assertThat(request.addresses()).containsExactly("old@alt.example", "new@neu.example");
    assertThat(request.projects()).containsExactly("beta-lib", "alpha_tool", "gamma", "delta");
  }

  @Test
  void theOtherSiteIsFoundWhereItIsNamed() {
    assertThat(read("I lost my phone and cannot log in on test.pypi.org").index())
        .contains("testpypi");
    assertThat(read("Lost 2FA for both PyPI and TestPyPI").index()).contains("both");
    assertThat(read("I lost my phone and cannot log in on pypi.org").index()).contains("pypi");
    assertThat(read("I lost my phone and cannot log in").index()).isEmpty();
  }

  @Test
  void marksOfSecretsAreNoWords() {
    assertThat(read("My account is frozen. My password is [password removed].").reasons())
        .containsExactly(Reason.LOCKED_OR_FROZEN);
  }

  @Test
  void timeGrowsWithTheLengthOnly() {
    String hostile = "lost my my phone and ( [ ` : # " + "> a: b, ".repeat(5);
    Assertions.assertTimeout(
        Duration.ofSeconds(20), () -> read(hostile.repeat(10_000) + "\n".repeat(50_000)));
  }
}
