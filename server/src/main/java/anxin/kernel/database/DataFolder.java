package anxin.kernel.database;

import anxin.kernel.process.StartTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The folder with the database's files. It gets its name only when it is complete, so one whose
 * making was interrupted is simply made again.
 */
final class DataFolder {

    private static final String UNFINISHED = "initialising-";

    static final String USER = "anxin";

    private static final Logger log = LoggerFactory.getLogger(DataFolder.class);

    private final Path data;
    private final Path passwordFile;
    private final PostgresPrograms programs;
    private final RunAs runAs;

    DataFolder(Path home, PostgresPrograms programs, RunAs runAs) {
        this.data = home.resolve("data");
        this.passwordFile = home.resolve("password");
        this.programs = programs;
        this.runAs = runAs;
    }

    Path path() {
        return data;
    }

    String password() throws IOException {
        return Files.readString(passwordFile).strip();
    }

    /** Makes the folder at the first start, and makes sure that this PostgreSQL may run on it. */
    void prepare() throws IOException {
        if (!Files.exists(data)) {
            initialise();
        }
        refuseOtherMajorVersion();
        stopOrphan();
    }

    /** What an earlier start left behind; what cannot be removed now is removed by the next one. */
    private void removeUnfinished() throws IOException {
        try (var siblings = Files.list(data.toAbsolutePath().getParent())) {
            for (var sibling : siblings.toList()) {
                if (sibling.getFileName().toString().startsWith(UNFINISHED)) {
                    removeIfIdle(sibling);
                }
            }
        }
    }

    private static void removeIfIdle(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException stillWritten) {
            log.debug("{} is still in use", folder, stillWritten);
        }
    }

    private void initialise() throws IOException {
        removeUnfinished();
        // A name of its own: an initdb whose parent was killed may still be tidying up its folder
        // by name.
        var unfinished = data.resolveSibling(UNFINISHED + UUID.randomUUID());
        writeNewPassword();
        Files.createDirectory(
                unfinished,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        runAs.own(unfinished);
        // Under ctype C pg_trgm silently ignores Chinese, hence C.UTF-8.
        Shell.run(
                runAs.command(
                        programs.path("initdb"),
                        "--pgdata=" + unfinished,
                        "--username=" + USER,
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--lc-ctype=C.UTF-8",
                        "--auth=scram-sha-256",
                        "--pwfile=" + passwordFile,
                        "--no-instructions",
                        "--data-checksums"));
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void writeNewPassword() throws IOException {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                passwordFile, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        runAs.own(passwordFile);
    }

    private void refuseOtherMajorVersion() throws IOException {
        var found = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!found.equals(PostgresPrograms.majorVersion())) {
            throw new StartTrouble(
                    "The data in "
                            + data
                            + " was written by PostgreSQL "
                            + found
                            + ", this Anxin brings "
                            + PostgresPrograms.majorVersion()
                            + "; start the Anxin that wrote it, or set ANXIN_HOME to another folder.");
        }
    }

    /** A killed Anxin may leave its database running, or the note of one that is gone. */
    private void stopOrphan() throws IOException {
        var note = data.resolve("postmaster.pid");
        if (!Files.exists(note)) {
            return;
        }
        var pid = Files.readString(note).lines().findFirst().orElse("").strip();
        if (pid.matches("\\d{1,18}") && isPostgres(Long.parseLong(pid))) {
            log.info("stopping the database that a killed Anxin left behind (process {})", pid);
            Shell.run(
                    runAs.command(
                            programs.path("pg_ctl"),
                            "--pgdata=" + data,
                            "--mode=fast",
                            "--timeout=120",
                            "--wait",
                            "stop"));
        }
        // The number may by now belong to any program, which PostgreSQL would take for itself.
        Files.deleteIfExists(note);
    }

    private static boolean isPostgres(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(command -> Path.of(command).endsWith("bin/postgres"))
                .orElse(false);
    }
}
