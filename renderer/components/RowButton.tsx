import { Button } from "antd";
import type { TableColumn } from "./table/column.ts";

type Props = Readonly<{
  word: string;
  /** Which record, for whoever hears the button and does not see its row. */
  of: string;
  title?: string;
  disabled?: boolean;
  onClick: () => void;
}>;

/** Stands at the end of a row; the row itself opens on a click, and goes by the arrow keys. */
export const RowButton = ({ word, of, title, disabled, onClick }: Props) => (
  <Button
    size="small"
    type="text"
    aria-label={`${word} ${of}`}
    {...(title === undefined ? {} : { title })}
    {...(disabled === undefined ? {} : { disabled })}
    onClick={(event) => {
      event.stopPropagation();
      onClick();
    }}
    onKeyDown={(event) => event.stopPropagation()}
  >
    {word}
  </Button>
);

type Given<Row> = Readonly<{
  word?: string;
  nameOf: (row: Row) => string;
  /** False where there is nothing left to do. */
  applies?: (row: Row) => boolean;
  onClick: (row: Row) => void;
}>;

/** The last column of a list: one button a row. */
export const buttonColumn = <Row,>({
  word = "作废",
  nameOf,
  applies = () => true,
  onClick,
}: Given<Row>): TableColumn<Row> => ({
  key: "do",
  title: "",
  kind: "text",
  width: 68,
  value: () => "",
  render: (row) =>
    applies(row) ? <RowButton word={word} of={nameOf(row)} onClick={() => onClick(row)} /> : null,
});
