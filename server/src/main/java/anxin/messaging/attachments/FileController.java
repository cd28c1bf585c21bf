package anxin.messaging.attachments;

import anxin.identity.ForEveryone;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Files for whoever has their address. Only a picture that we wrote ourselves is shown in the
 * browser; everything else is put down as a file, and can run nothing even if it is opened.
 */
@RestController
class FileController {

    private final AttachmentStore store;
    private final FileFolder folder;
    private final Links links;

    FileController(AttachmentStore store, FileFolder folder, Links links) {
        this.store = store;
        this.folder = folder;
        this.links = links;
    }

    @ForEveryone
    @GetMapping(path = "/api/v1/files/{shop}/{id}", produces = MediaType.ALL_VALUE)
    @Operation(
            summary = "A file, by the address that a view gave; good until it says",
            description = "404 for an address that we did not make, 410 for one that is over.")
    ResponseEntity<Resource> readFile(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @RequestParam long until,
            @RequestParam String signature) {
        if (!links.isOurs(shop, id, until, signature)) {
            throw Problem.missing("file");
        }
        if (links.isOver(until)) {
            throw Problem.refused("link-over", "链接已过期，请刷新页面", "The link is over; reload the page")
                    .as(410);
        }
        var file =
                store.find(shop, id)
                        .filter(AttachmentStore.Row::isReady)
                        .orElseThrow(() -> Problem.missing("file"));
        var isOurPicture = file.width() != null;
        var name = ContentDisposition.builder(isOurPicture ? "inline" : "attachment");
        return ResponseEntity.ok()
                .contentType(type(file.typeOrUnknown()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        name.filename(file.name(), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(new FileSystemResource(folder.path(shop, file.hashOrThrow())));
    }

    /** Whatever a browser could take for a page of ours is bytes. */
    private static MediaType type(String type) {
        return switch (type) {
            case ContentType.HTML, ContentType.SVG -> MediaType.APPLICATION_OCTET_STREAM;
            case ContentType.TEXT -> new MediaType("text", "plain", StandardCharsets.UTF_8);
            default -> MediaType.parseMediaType(type);
        };
    }
}
