import { MoreOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { RentalMatrixRow } from "#shared/api/rentals.ts";
import { useClosedYear } from "../../app/closedYear.ts";
import { MoreMenu } from "../../components/MoreMenu.tsx";

/** What can be done with a rental as a whole. */
export type RowAction = "segments" | "devices" | "edit" | "void";

type Props = Readonly<{ row: RentalMatrixRow; onAction: (action: RowAction) => void }>;

const items = [
  { key: "segments", label: "数量、单价…" },
  { key: "devices", label: "设备台账" },
  { key: "edit", label: "修改名称、计租方式…" },
  { key: "void", label: "作废…", danger: true },
] as const;

/** The menu of a rental, with the number of devices registered where they are. */
export function RowActions({ row, onAction }: Props) {
  const closed = useClosedYear();
  const { devicesInService: count, differences, rental } = row;
  return (
    <span className="jf-matrix-actions">
      <MoreMenu
        menu={{
          // The register is there to be read in a closed year, too.
          items: items.map((item) => ({ ...item, disabled: closed !== null && item.key !== "devices" })),
          onClick: ({ key }) => {
            const item = items.find((one) => one.key === key);
            if (item !== undefined) onAction(item.key);
          },
        }}
      >
        <Button size="small" type="text" icon={<MoreOutlined />} aria-label={`${rental.name}的操作`}>
          操作
        </Button>
      </MoreMenu>
      {count === null ? null : (
        <button
          type="button"
          className={differences.length > 0 ? "jf-plain jf-status-warn" : "jf-plain jf-matrix-count"}
          title={
            differences.length > 0
              ? "设备台账与数量段不一致，点开查看"
              : "逐台登记、今日在用的设备，点开设备台账"
          }
          onClick={() => onAction("devices")}
        >
          在用 {count}
        </button>
      )}
    </span>
  );
}
