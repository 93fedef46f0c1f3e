package dev.latchkey.triage.reply;

import dev.latchkey.mail.BodyText;
import dev.latchkey.parse.html.HtmlText;
import java.util.ArrayList;
import java.util.List;

/** Mail programs, each with the way in which it sets an answer and the letter that it quotes. */
enum ReplyClient {
  GMAIL_PLAIN {
    @Override
    BodyText answer(Answer answer) {
      return marked(answer, "On Tue, Feb 17, 2026 at 3:00 PM %s <%s> wrote:", "> ", 76);
    }
  },
  GMAIL {
    @Override
    BodyText answer(Answer answer) {
      return html(
          "<div dir=\"ltr\">%s</div><br><div class=\"gmail_quote gmail_quote_container\">"
              + "<div dir=\"ltr\" class=\"gmail_attr\">Am Di., 17. Feb. 2026 um 15:00&nbsp;Uhr"
              + " schrieb %s &lt;<a href=\"mailto:%s\">%s</a>&gt;:<br></div>"
              + "<blockquote class=\"gmail_quote\" style=\"margin:0 0 0 .8ex;padding-left:1ex\">"
              + "%s</blockquote></div>%s",
          answer, "<br>", "</blockquote><div>%s</div><blockquote class=\"gmail_quote\">");
    }
  },
  APPLE_MAIL {
    @Override
    BodyText answer(Answer answer) {
      return html(
          "<html><body dir=\"auto\">%s<br id=\"lineBreakAtBeginningOfMessage\"><div><br>"
              + "<blockquote type=\"cite\"><div>Le 17 févr. 2026 à 15:00, %s"
              + " &lt;<span title=\"%s\">%s</span>&gt; a écrit :</div><br></blockquote></div>"
              + "<blockquote type=\"cite\"><div>%s</div></blockquote>%s</body></html>",
          answer, "<br>", "</div></blockquote><div>%s</div><blockquote type=\"cite\"><div>");
    }
  },
  PHONE {
    @Override
    BodyText answer(Answer answer) {
      return marked(
          answer, "Sent from my iPhone\n\n> On 17 Feb 2026, at 15:00, %s <%s> wrote:\n> ", "> ", 0);
    }
  },
  THUNDERBIRD {
    @Override
    BodyText answer(Answer answer) {
      return marked(answer, "Am 17.02.26 um 15:00 schrieb %s:", "> ", 72);
    }
  },
  OUTLOOK_PLAIN {
    @Override
    BodyText answer(Answer answer) {
      return marked(
          answer,
          "-----Original Message-----\nFrom: %s <%s> \nSent: Tuesday, 17 February 2026 15:00\n"
              + "To: Kim Doe <kim@mail.example>\nSubject: "
              + answer.subject
              + "\n",
          "",
          78);
    }
  },
  OUTLOOK {
    @Override
    BodyText answer(Answer answer) {
      return html(
          "<div class=\"WordSection1\">%s<p class=\"MsoNormal\">&nbsp;</p>"
              + "<div><div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm"
              + " 0cm\"><p class=\"MsoNormal\"><b>Von:</b> %s &lt;%s&gt;<br><b>Gesendet:</b> Dienstag,"
              + " 17. Februar 2026 15:00<br><b>An:</b> Kim Doe &lt;kim@mail.example&gt;<br>"
              + "<b>Betreff:</b> <a>%s</a></p></div></div><p class=\"MsoNormal\">%s</p>%s</div>",
          answer,
          "</p><p class=\"MsoNormal\">",
          "</p><p class=\"MsoNormal\">%s</p><p class=\"MsoNormal\">");
    }
  },
  OUTLOOK_WEB {
    @Override
    BodyText answer(Answer answer) {
      return html(
          "<div>%s</div><div id=\"appendonsend\"></div><hr style=\"display:inline-block;width:98%%\">"
              + "<div id=\"divRplyFwdMsg\" dir=\"ltr\"><font><b>From:</b> %s &lt;%s&gt;<br>"
              + "<b>Sent:</b> Tuesday, February 17, 2026 3:00 PM<br><b>To:</b> Kim Doe"
              + "<br><b>Subject:</b> <a>%s</a></font><div>&nbsp;</div></div>"
              + "<div class=\"BodyFragment\"><font size=\"2\"><div class=\"PlainText\">%s</div></font>"
              + "</div>%s",
          answer, "<br>", "<br>%s<br>");
    }
  },
  YAHOO {
    @Override
    BodyText answer(Answer answer) {
      return html(
          "<div class=\"ydp1a2byahoo-style-wrap\"><div dir=\"ltr\">%s</div><div><br></div></div>"
              + "<div id=\"ydp9yahoo_quoted_1\" class=\"ydp9yahoo_quoted\"><div><div>El martes, 17 de"
              + " febrero de 2026, 15:00:00 CET, %s &lt;%s&gt; escribió:<a>%s</a></div><div><br></div>"
              + "<div><div>%s</div></div></div></div>%s",
          answer, "<br>", "</div><div>%s</div><div>");
    }
  },
  MUTT {
    @Override
    BodyText answer(Answer answer) {
      return marked(answer, "* %s <%s> [2026-02-17 15:00]:", "| ", 60);
    }
  },
  UNKNOWN_WITHOUT_MARKS {
    @Override
    BodyText answer(Answer answer) {
      return marked(answer, "2026 წლის 17 თებერვალი, 15:00, %s <%s> წერდა:\n", "", 65);
    }
  },
  GMX {
    @Override
    BodyText answer(Answer answer) {
      return html(
          "<html><body><div style=\"font-family: Verdana;\"><div>%s</div><div>&nbsp;<div"
              + " name=\"quote\" style=\"margin:10px 5px 5px 10px; padding: 10px 0 10px 10px;"
              + " border-left:2px solid #C3D9E5;\"><div style=\"margin:0 0 10px 0;\"><b>Gesendet:</b>"
              + "&nbsp;Dienstag, 17. Februar 2026 um 15:00 Uhr<br/><b>Von:</b>&nbsp;%s &lt;%s&gt;<br/>"
              + "<b>An:</b>&nbsp;kim@mail.example<br/><b>Betreff:</b>&nbsp;<a>%s</a></div>"
              + "<div name=\"quoted-content\">%s</div></div></div>%s</div></body></html>",
          answer, "<br/>", "</div><div>%s</div><div name=\"quoted-content\">");
    }
  },
  PROTON {
    @Override
    BodyText answer(Answer answer) {
      return html(
          "<div style=\"font-family: Arial\">%s</div><div class=\"protonmail_signature_block\"><div"
              + " class=\"protonmail_signature_block-proton\">Sent with <a href=\"https://proton.me/"
              + "mail/home\">Proton Mail</a> secure email.</div></div><div class=\"protonmail_quote\">"
              + "Le mardi 17 février 2026 à 15:00, %s &lt;%s&gt; a écrit :<a>%s</a><br><br>"
              + "<blockquote class=\"protonmail_quote\" type=\"cite\">%s</blockquote><br></div>%s",
          answer,
          "<br>",
          "</blockquote><div>%s</div><blockquote class=\"protonmail_quote\" type=\"cite\">");
    }
  },
  ZOHO {
    @Override
    BodyText answer(Answer answer) {
      return html(
          "<div style=\"font-family: Verdana\"><div>%s</div><br><div class=\"zmail_extra\"><br>"
              + "<div id=\"Zm-_Id_-Sgn1\">---- On Tue, 17 Feb 2026 15:00:00 +0100 <b>%s &lt;%s&gt;</b>"
              + " wrote ---<a>%s</a><br></div><br><blockquote style=\"border-left: 1px solid\"><div>"
              + "%s</div></blockquote></div>%s<div><br></div></div>",
          answer, "<br>", "</div></blockquote><div>%s</div><blockquote><div>");
    }
  },
  TUTA {
    @Override
    BodyText answer(Answer answer) {
      return html(
          "<html><body>%s<br><br><div>-- <br>Gesendet mit Tuta Mail</div><br>17. Feb. 2026, 15:00 von"
              + " %s %s:<a>%s</a><br><blockquote class=\"tutanota_quote\" style=\"border-left: 1px"
              + " solid #93A3B8\"><div>%s</div></blockquote>%s</body></html>",
          answer,
          "<br>",
          "</div></blockquote><div>%s</div><blockquote class=\"tutanota_quote\"><div>");
    }
  },
  NOTES {
    @Override
    BodyText answer(Answer answer) {
      return marked(
          answer,
          "\n\n\nFrom:   \"%s\" <%s>\nTo:     kim@mail.example\nDate:   17/02/2026 15:00\nSubject:"
              + "        "
              + answer.subject
              + "\n\n\n",
          "",
          72);
    }
  },
  NOTES_WEB {
    @Override
    BodyText answer(Answer answer) {
      return html(
          "<font size=2 face=\"sans-serif\">%s</font><br><br><table width=100%%><tr valign=top><td"
              + " width=40%%><font size=1><b>%s &lt;%s&gt;</b></font><p><font size=1>17/02/2026 15:00"
              + "</font><td width=59%%><table><tr><td><div align=right>To</div><td>kim@mail.example"
              + "<tr><td><div align=right>Subject</div><td><a>%s</a></table></table><br><tt><font"
              + " size=2>%s</font></tt><br>%s",
          answer, "<br>", "</font></tt><br><font size=2>%s</font><br><tt><font size=2>");
    }
  },
  SPARK {
    @Override
    BodyText answer(Answer answer) {
      return marked(answer, "On 17 Feb 2026, 15:00 +0100, %s <%s>, wrote:", "> ", 0);
    }
  },
  K9 {
    @Override
    BodyText answer(Answer answer) {
      return marked(
          answer,
          "-------- Původní zpráva --------\nOd: %s <%s>\nOdesláno: 17. února 2026 15:00:00 SEČ\nKomu:"
              + " kim@mail.example\nPředmět: "
              + answer.subject
              + "\n",
          "",
          0);
    }
  },
  /** What a list, or a scanner of mails, sets below whatever goes through it. */
  LIST {
    @Override
    BodyText answer(Answer answer) {
      return BodyText.plain(
          marked(answer, "%s <%s> kirjoitti 17.2.2026 klo 15.00:", "> ", 70).asString()
              + "\n_______________________________________________\nteam mailing list --"
              + " team@lists.mail.example\nTo unsubscribe send an email to"
              + " team-leave@lists.mail.example\n");
    }
  },
  /** A page in which each paragraph is a row of a table. */
  TABLE {
    @Override
    BodyText answer(Answer answer) {
      return html(
          "<table><tr><td>%s</td></tr></table><hr><table><tr><td>%s &lt;%s&gt;</td></tr>"
              + "<tr><td><a>%s</a></td></tr><tr><td>%s</td></tr><tr><td>%s</td></tr></table>",
          answer, "</td></tr><tr><td>", "</td></tr><tr><td>%s</td></tr><tr><td>");
    }
  };

  static final String NAME = "Example Index account desk";
  static final String ADDRESS = "help@desk.example";

  /** Where the words of an answer stand. */
  enum Where {
    ABOVE,
    BELOW,
    /** Between paragraphs of the letter, outside of its quote. */
    BETWEEN,
    /** The same, as a part of the quote. */
    INSIDE,
    /** At the end of lines of the letter. */
    BEHIND
  }

  /**
   * An answer to a letter.
   *
   * @param desk the name of the letter's sender
   * @param body of the letter
   * @param typed what was typed; the first and the last where {@code where} has only one place
   */
  record Answer(String desk, String subject, String body, List<String> typed, Where where) {
    Answer(String subject, String body, List<String> typed, Where where) {
      this(NAME, subject, body, typed, where);
    }
  }

  /** The text of a mail by which the letter is answered. */
  abstract BodyText answer(Answer answer);

  private static BodyText marked(Answer answer, String introduction, String mark, int width) {
    List<String> lines = new ArrayList<>();
    if (answer.where == Where.ABOVE) {
      lines.addAll(answer.typed);
      lines.add("");
    }
    lines.addAll(introduction.formatted(answer.desk, ADDRESS).lines().toList());
    List<String> paragraphs = answer.body.lines().toList();
    int place = 0;
    for (int i = 0; i < paragraphs.size(); i++) {
      String paragraph = paragraphs.get(i);
      boolean here = place < answer.typed.size() && isPlace(paragraphs, i, place, answer);
      if (here && answer.where == Where.BEHIND) {
        paragraph += " " + answer.typed.get(place++);
      }
      lines.addAll(wrapped(paragraph, mark, width));
      if (here && answer.where == Where.BETWEEN) {
        lines.add("");
        lines.add(answer.typed.get(place++));
        lines.add("");
      } else if (here && answer.where == Where.INSIDE) {
        lines.add(mark + answer.typed.get(place++));
      }
    }
    if (answer.where == Where.BELOW) {
      lines.add("");
      lines.addAll(answer.typed);
    }
    return BodyText.plain(String.join("\n", lines) + "\n");
  }

  private static BodyText html(String frame, Answer answer, String lineEnd, String between) {
    String typed =
        String.join("", answer.typed.stream().map(line -> "<div>" + line + "</div>").toList());
    StringBuilder quoted = new StringBuilder();
    List<String> paragraphs = answer.body.lines().toList();
    int place = 0;
    for (int i = 0; i < paragraphs.size(); i++) {
      String paragraph = escaped(paragraphs.get(i));
      boolean here = place < answer.typed.size() && isPlace(paragraphs, i, place, answer);
      if (here && answer.where == Where.BEHIND) {
        paragraph += " " + answer.typed.get(place++);
      }
      quoted.append(paragraph).append(lineEnd);
      if (here && answer.where == Where.BETWEEN) {
        quoted.append(between.formatted(answer.typed.get(place++)));
      } else if (here && answer.where == Where.INSIDE) {
        quoted.append(answer.typed.get(place++)).append(lineEnd);
      }
    }
    String page =
        frame.formatted(
            answer.where == Where.ABOVE ? typed : "",
            answer.desk,
            ADDRESS,
            frame.contains("<a>%s") && !frame.contains("escribió") ? answer.subject : ADDRESS,
            quoted,
            answer.where == Where.BELOW ? typed : "");
    return HtmlText.read(page).text();
  }

  /** Behind filled lines that are followed by others, spread over the letter. */
  private static boolean isPlace(List<String> paragraphs, int at, int place, Answer answer) {
    long filled = paragraphs.stream().filter(line -> !line.isBlank()).count();
    long before = paragraphs.subList(0, at).stream().filter(line -> !line.isBlank()).count();
    return !paragraphs.get(at).isBlank()
        && before >= (place + 1) * filled / (answer.typed.size() + 1)
        && before + 1 < filled;
  }

  private static List<String> wrapped(String paragraph, String mark, int width) {
    List<String> lines = new ArrayList<>();
    String rest = paragraph;
    while (width > 0 && mark.length() + rest.length() > width) {
      int cut = rest.lastIndexOf(' ', width - mark.length());
      if (cut <= rest.length() - rest.stripLeading().length()) {
        cut = rest.codePointAt(0) > 0x2000 ? width / 2 : rest.indexOf(' ', width - mark.length());
        if (cut <= 0 || cut >= rest.length()) {
          break;
        }
      }
      lines.add((mark + rest.substring(0, cut)).stripTrailing());
      rest = rest.substring(cut).stripLeading();
    }
    lines.add((mark + rest).stripTrailing());
    return lines;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
