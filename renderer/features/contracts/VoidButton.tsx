import { Button } from "antd";

/** Stands at the end of a row; the row itself opens on a click. */
export const VoidButton = ({ word = "作废", onClick }: Readonly<{ word?: string; onClick: () => void }>) => (
  <Button
    size="small"
    type="text"
    onClick={(event) => {
      event.stopPropagation();
      onClick();
    }}
    onKeyDown={(event) => event.stopPropagation()}
  >
    {word}
  </Button>
);
