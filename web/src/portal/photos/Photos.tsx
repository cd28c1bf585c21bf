import { useMessages } from "../../i18n";
import { Icon } from "../parts/Icon";
import { messages } from "./messages";
import { MOST_PHOTOS, type Photo } from "./usePhotos";

interface PhotosProps {
  photos: Photo[];
  labelledBy: string;
  onAdd: (files: File[]) => void;
  onRemove: (id: string) => void;
  onAgain: (id: string) => void;
}

export function Photos({ photos, labelledBy, onAdd, onRemove, onAgain }: PhotosProps) {
  const t = useMessages(messages);
  return (
    <>
      <ul className="photos" aria-labelledby={labelledBy}>
        {photos.map((photo, i) => (
          <li key={photo.id} className="photo">
            {photo.src !== null && <img src={photo.src} alt={t.photo(i + 1)} />}
            <PhotoState photo={photo} onAgain={() => onAgain(photo.id)} />
            <button
              type="button"
              className="photo-remove"
              aria-label={t.remove(i + 1)}
              onClick={() => onRemove(photo.id)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
        {photos.length < MOST_PHOTOS && (
          <li className="photo-add">
            <Icon name="camera" />
            <span aria-hidden="true">{t.add}</span>
            <input
              type="file"
              accept="image/*"
              multiple
              aria-label={t.add}
              onChange={(event) => {
                onAdd([...(event.target.files ?? [])]);
                event.target.value = ""; // The same file may be chosen again after it was removed.
              }}
            />
          </li>
        )}
      </ul>
      {photos.length >= MOST_PHOTOS && <p className="small soft">{t.atMost(MOST_PHOTOS)}</p>}
    </>
  );
}

function PhotoState({ photo, onAgain }: { photo: Photo; onAgain: () => void }) {
  const t = useMessages(messages);
  switch (photo.state) {
    case "done":
      return <span className="hidden-text">{t.done}</span>;
    case "preparing":
      return <span className="photo-over">{t.preparing}</span>;
    case "sending": {
      const percent = Math.round(photo.share * 100);
      return (
        <span className="photo-over">
          <progress max={100} value={percent} aria-label={t.sending(percent)} />
          <span aria-hidden="true">{t.sending(percent)}</span>
        </span>
      );
    }
    case "failed":
      return (
        <span className="photo-over" role="alert">
          {t.failed}
          <button type="button" onClick={onAgain}>
            {t.again}
          </button>
        </span>
      );
    case "unreadable":
    case "gone":
    case "refused":
      return (
        <span className="photo-over" role="alert">
          {photo.state === "refused" ? photo.because : t[photo.state]}
        </span>
      );
  }
}
