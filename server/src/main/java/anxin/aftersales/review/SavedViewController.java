package anxin.aftersales.review;

import anxin.identity.Caller.Staff;
import anxin.identity.ForStaff;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The filters that somebody has given a name. */
@RestController
@RequestMapping("/api/v1/views")
class SavedViewController {

    record NewView(
            @NotBlank(message = "请填写名称 | give it a name")
                    @Size(max = 60, message = "至多60个字 | at most 60 characters")
                    String name,
            @NotNull(message = "缺少筛选条件 | the filter is missing")
                    @Size(max = 1_000, message = "至多1000个字 | at most 1,000 characters")
                    String query) {}

    private final CaseDesk desk;

    SavedViewController(CaseDesk desk) {
        this.desk = desk;
    }

    @ForStaff
    @GetMapping
    List<CaseDesk.SavedView> listViews(Staff staff) {
        return desk.views(staff);
    }

    @ForStaff
    @PutMapping("/{id}")
    CaseDesk.SavedView saveView(
            @PathVariable UUID id, @RequestBody @Valid NewView body, Staff staff) {
        var view = new CaseDesk.SavedView(id, body.name().strip(), body.query());
        desk.saveView(staff, view);
        return view;
    }

    @ForStaff
    @DeleteMapping("/{id}")
    void dropView(@PathVariable UUID id, Staff staff) {
        desk.dropView(staff, id);
    }
}
