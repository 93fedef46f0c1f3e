package dev.latchkey.proof;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupResult;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/**
 * Asks a resolver of the desk's (RFC 1034 section 5.3.1), which follows names to their end. Nothing
 * is kept from one question to the next, no search list and no file of hosts is read, and a short
 * answer that was cut is asked for again by TCP (RFC 7766).
 */
public final class Dns implements Names {
  /** A resolver that does not answer is asked again, or the next one, after so long. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final int ATTEMPTS = 2;

  private final Supplier<List<InetSocketAddress>> servers;

  private Dns(Supplier<List<InetSocketAddress>> servers) {
    this.servers = servers;
  }

  /**
   * The resolvers {@code servers}, the first of them first.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Dns of(List<InetSocketAddress> servers) {
    if (servers.isEmpty()) {
      throw new IllegalArgumentException("no resolver");
    }
    List<InetSocketAddress> fixed = List.copyOf(servers);
    return new Dns(() -> fixed);
  }

  /** The resolvers of this machine, as they are set when a question is asked. */
  public static Dns ofSystem() {
    return new Dns(
        () -> {
          ResolverConfig.refresh();
          return ResolverConfig.getCurrentConfig().servers();
        });
  }

  @Override
  public List<InetAddress> addresses(String host, Duration within) throws CannotLookException {
    LookupSession session = session();
    CompletableFuture<LookupResult> fourth = ask(session, host, Type.A);
    CompletableFuture<LookupResult> sixth = ask(session, host, Type.AAAA);
    long start = System.nanoTime();
    List<InetAddress> addresses = new ArrayList<>();
    for (Record found : records(answer(fourth, within))) {
      if (found instanceof ARecord address) {
        addresses.add(address.getAddress());
      }
    }
    for (Record found : records(answer(sixth, within.minusNanos(System.nanoTime() - start)))) {
      if (found instanceof AAAARecord address) {
        addresses.add(address.getAddress());
      }
    }
    if (addresses.isEmpty()) {
      throw new CannotLookException(Obstacle.NO_SUCH_HOST);
    }
    return List.copyOf(addresses);
  }

  @Override
  public Texts texts(String name, Duration within) throws CannotLookException {
    Optional<LookupResult> result = answer(ask(session(), name, Type.TXT), within);
    List<String> lines = new ArrayList<>();
    for (Record found : records(result)) {
      if (found instanceof TXTRecord text) {
        lines.add(joined(text));
      }
    }
    return new Texts(lines, result.filter(answer -> !answer.getAliases().isEmpty()).isPresent());
  }

  private static List<Record> records(Optional<LookupResult> result) {
    return result.map(LookupResult::getRecords).orElse(List.of());
  }

  /** A long text comes in strings of 255 octets at most, with nothing between them. */
  private static String joined(TXTRecord record) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    record.getStringsAsByteArrays().forEach(octets::writeBytes);
    return octets.toString(StandardCharsets.ISO_8859_1);
  }

  private LookupSession session() {
    List<Resolver> resolvers = new ArrayList<>();
    for (InetSocketAddress server : servers.get()) {
      SimpleResolver resolver = new SimpleResolver(server);
      resolver.setTimeout(PATIENCE);
      resolvers.add(resolver);
    }
    ExtendedResolver all = new ExtendedResolver(resolvers);
    all.setRetries(ATTEMPTS);
    return LookupSession.builder().resolver(all).build();
  }

  private static CompletableFuture<LookupResult> ask(LookupSession session, String name, int type)
      throws CannotLookException {
    try {
      return session.lookupAsync(Name.fromString(name + "."), type).toCompletableFuture();
    } catch (TextParseException e) {
      throw new CannotLookException(Obstacle.NO_SUCH_HOST, e);
    }
  }

  /** Empty where there are no such records; everything else that is no answer may be one later. */
  private static Optional<LookupResult> answer(
      CompletableFuture<LookupResult> asked, Duration within) throws CannotLookException {
    try {
      return Optional.of(asked.get(within.toNanos(), TimeUnit.NANOSECONDS));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof NoSuchDomainException
          || e.getCause() instanceof NoSuchRRSetException) {
        return Optional.empty();
      }
      throw new CannotLookException(Obstacle.AWAY, e);
    } catch (TimeoutException e) {
      throw new CannotLookException(Obstacle.AWAY, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotLookException(Obstacle.AWAY, e);
    }
  }
}
