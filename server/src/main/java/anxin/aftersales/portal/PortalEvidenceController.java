package anxin.aftersales.portal;

import anxin.aftersales.evidence.Evidence;
import anxin.identity.Caller.Customer;
import anxin.identity.ForCustomers;
import anxin.kernel.problem.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/portal/evidence")
class PortalEvidenceController {

    record EvidenceView(UUID id, String url, int width, int height) {}

    private final Evidence evidence;

    PortalEvidenceController(Evidence evidence) {
        this.evidence = evidence;
    }

    @ForCustomers
    @PutMapping(path = "/{id}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    EvidenceView uploadEvidence(
            @PathVariable UUID id, @RequestPart("file") MultipartFile file, Customer customer)
            throws IOException {
        var item = evidence.keep(customer.shop(), id, customer.actor(), file.getBytes());
        return new EvidenceView(
                item.id(), "/api/v1/portal/evidence/" + item.id(), item.width(), item.height());
    }

    @ForCustomers
    @GetMapping(path = "/{id}", produces = MediaType.IMAGE_JPEG_VALUE)
    ResponseEntity<Resource> readMyEvidence(@PathVariable UUID id, Customer customer) {
        var item =
                evidence.find(customer.shop(), id)
                        .filter(found -> found.owner().equals(customer.actor()))
                        .orElseThrow(() -> Problem.missing("evidence"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePrivate().immutable())
                .body(new FileSystemResource(evidence.path(item)));
    }
}
