import { Button } from "antd";
import type { TakenPaper } from "#shared/api/papers.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { OwnerDialog } from "./OwnerDialog.tsx";

type Props = Readonly<{ paper: TakenPaper; onPlaced: (placed: TakenPaper) => void; onClose: () => void }>;

/** A paper that was not kept yet, as it does not say whose it is. */
export function PlaceDialog({ paper, onPlaced, onClose }: Props) {
  const place = useApiMutation("papers.place", { onSuccess: onPlaced });
  const send = (numbers: readonly string[]) =>
    place.mutate({ file: paper.file, part: paper.part, numbers: [...numbers] });
  const many = paper.numbers.length;
  return (
    <OwnerDialog
      fileName={paper.fileName}
      why={`${paper.message}${paper.hint}`}
      start={many > 1 ? "" : (paper.guesses[0] ?? "")}
      mayWait
      pending={place.isPending}
      extra={
        many > 1 ? (
          <Button disabled={place.isPending} onClick={() => send(paper.numbers)}>
            {`${many} 张发票都留一份`}
          </Button>
        ) : undefined
      }
      onSubmit={({ number }) => send([number])}
      onClose={onClose}
    />
  );
}
