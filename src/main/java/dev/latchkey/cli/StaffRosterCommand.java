package dev.latchkey.cli;

import dev.latchkey.cli.page.Json;
import dev.latchkey.cli.page.QrPicture;
import dev.latchkey.cli.page.Table;
import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.config.Settings;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.trust.secret.TotpKey;
import dev.latchkey.trust.staff.StaffMember;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code latchkey staff list|totp}: who works at the desk, and with which second factor. */
@Command(
    name = "staff",
    mixinStandardHelpOptions = true,
    description = "Shows who works at the desk, and what their authenticator app has to know.",
    footerHeading = "%nExamples:%n",
    footer = {"  latchkey staff list", "  latchkey staff totp ada@example.org"})
public final class StaffRosterCommand implements Callable<Integer> {
  private final DeskDoor door;

  @Spec private CommandSpec spec = CommandSpec.create();

  public StaffRosterCommand(DeskDoor door) {
    this.door = door;
  }

  /** Alone it does nothing. */
  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(spec.commandLine(), "list or totp?");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists everyone who stands in the settings, in their order. Shows no secret.",
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {"0:they were listed", "78:the settings are wrong"})
  int list(
      @Mixin ConfigOption config,
      @Option(names = "--json", description = "One JSON object a line.") boolean json)
      throws InvalidConfigurationException {
    PrintWriter out = spec.commandLine().getOut();
    Settings settings = door.glance(config);
    if (json) {
      settings.staff().members().forEach(member -> out.println(Json.line(json(member))));
      return ExitCode.OK;
    }
    Table table = new Table("ADDRESS", "ACTIVE", "APPROVER", "TOTP", "ASKED FOR");
    for (StaffMember member : settings.staff().members()) {
      boolean totp = member.totpSecret().isPresent();
      table.add(
          member.address().toString(),
          yes(member.active()),
          yes(member.approver()),
          yes(totp),
          totp ? factor(member) : "-");
    }
    table.print(out);
    return ExitCode.OK;
  }

  @Command(
      name = "totp",
      mixinStandardHelpOptions = true,
      description = {
        "Shows the secret of somebody's authenticator app, its URI, and that as a QR code, for the"
            + " app to scan. Where they have none in the settings, or with --new, it makes one and"
            + " says where to write it down; it changes no file itself.",
        "Whoever sees the screen, or what is kept of it, can make their digits."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {"0:it was shown", "64:nobody has this address", "78:the settings are wrong"})
  int totp(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "ADDRESS", description = "As it stands in the settings.")
          String address,
      @Option(names = "--new", description = "Make a new secret, whether there is one or not.")
          boolean anew)
      throws InvalidConfigurationException {
    Settings settings = door.glance(config);
    StaffMember member = member(settings, address);
    boolean known = member.totpSecret().isPresent() && !anew;
    TotpKey key =
        known ? new TotpKey(member.totpSecret().orElseThrow()) : TotpKey.random(new SecureRandom());
    String uri = key.uri(settings.name(), member.address().toString());
    PrintWriter out = spec.commandLine().getOut();
    out.println("secret  " + key.secret());
    out.println("uri     " + uri);
    out.println();
    out.print(QrPicture.of(uri, CommandLine.Help.Ansi.AUTO.enabled()));
    out.println();
    out.println(
        known
            ? "It is the one of the settings."
            : "It is new. It counts once it stands in the settings, at staff, under "
                + member.address()
                + ", as totp: ${file:NAME}, and the desk has read them again (systemctl reload"
                + " latchkey, or SIGHUP). The file belongs to root and the desk's group, with"
                + " mode 640 (chown root:latchkey NAME; chmod 640 NAME), or to the desk alone.");
    return ExitCode.OK;
  }

  private StaffMember member(Settings settings, String address) {
    return EmailAddress.find(address)
        .flatMap(settings.staff()::find)
        .orElseThrow(
            () ->
                new CommandLine.ParameterException(
                    spec.commandLine(),
                    "nobody has the address " + address + "; see: latchkey staff list"));
  }

  private static Map<String, @Nullable Object> json(StaffMember member) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("address", member.address().toString());
    json.put("active", member.active());
    json.put("approver", member.approver());
    json.put("totp", member.totpSecret().isPresent());
    json.put("secondFactor", factor(member));
    return json;
  }

  private static String factor(StaffMember member) {
    return member.factor().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String yes(boolean so) {
    return so ? "yes" : "no";
  }
}
