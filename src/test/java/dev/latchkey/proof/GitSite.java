package dev.latchkey.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.TagBuilder;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/** A forge: real repositories of JGit behind smart HTTP, by path. */
public final class GitSite implements LocalInternet.Site {
  private static final PersonIdent SOMEBODY = new PersonIdent("Dora", "dora@mail.example");

  private final Map<String, InMemoryRepository> repositories = new ConcurrentHashMap<>();
  private final boolean second;

  public GitSite() {
    this(true);
  }

  /** {@code second} says whether it speaks version 2 of the protocol. */
  GitSite(boolean second) {
    this.second = second;
  }

  /** A repository with a commit, and this reference to it. */
  public GitSite push(String path, String ref) throws IOException {
    InMemoryRepository repository = repository(path);
    update(repository, ref, commit(repository));
    return this;
  }

  /** The same, the reference being an annotated tag. */
  GitSite pushTag(String path, String name) throws IOException {
    InMemoryRepository repository = repository(path);
    TagBuilder tag = new TagBuilder();
    tag.setTag(name);
    tag.setTagger(SOMEBODY);
    tag.setMessage("shown");
    tag.setObjectId(commit(repository), Constants.OBJ_COMMIT);
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      ObjectId id = inserter.insert(tag);
      inserter.flush();
      update(repository, Constants.R_TAGS + name, id);
    }
    return this;
  }

  private InMemoryRepository repository(String path) {
    return repositories.computeIfAbsent(
        path, name -> new InMemoryRepository(new DfsRepositoryDescription(name)));
  }

  private static ObjectId commit(InMemoryRepository repository) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(inserter.insert(Constants.OBJ_TREE, new byte[0]));
      commit.setAuthor(SOMEBODY);
      commit.setCommitter(SOMEBODY);
      commit.setMessage("work");
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      return id;
    }
  }

  private static void update(InMemoryRepository repository, String ref, ObjectId id)
      throws IOException {
    RefUpdate update = repository.updateRef(ref);
    update.setNewObjectId(id);
    assertThat(update.forceUpdate())
        .isIn(RefUpdate.Result.NEW, RefUpdate.Result.NO_CHANGE, RefUpdate.Result.FORCED);
  }

  @Override
  public void answer(LocalInternet.Asked asked, OutputStream out) throws IOException {
    String path = asked.target().replaceAll("(\\.git)?/(info/refs.*|git-upload-pack)$", "");
    InMemoryRepository repository = repositories.get(path);
    if (repository == null) {
      LocalInternet.status("404 Not Found").answer(asked, out);
      return;
    }
    boolean command = asked.method().equals("POST");
    UploadPack pack = new UploadPack(repository);
    pack.setBiDirectionalPipe(false);
    if (second) {
      pack.setExtraParameters(List.of(asked.fields().getOrDefault("git-protocol", "")));
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (command) {
      pack.upload(
          new ByteArrayInputStream(asked.body().getBytes(StandardCharsets.ISO_8859_1)), body, null);
    } else {
      PacketLineOut lines = new PacketLineOut(body);
      if (!second) {
        lines.writeString("# service=git-upload-pack\n");
        lines.end();
      }
      pack.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
    }
    LocalInternet.answer(
            "200 OK",
            "application/x-git-upload-pack-" + (command ? "result" : "advertisement"),
            body.toByteArray())
        .answer(asked, out);
    assertThat(body.toString(StandardCharsets.ISO_8859_1)).endsWith("0000");
  }
}
