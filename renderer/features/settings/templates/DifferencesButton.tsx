import { Button, Modal } from "antd";
import { useState } from "react";
import type { TemplateDifference } from "#shared/forms/templates/edit/differences.ts";

type Props = Readonly<{ differences: readonly TemplateDifference[]; baseName: string }>;

/** 与内置的不同: everything that the office has otherwise, as it is being edited. */
export function DifferencesButton({ differences, baseName }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button disabled={differences.length === 0} onClick={() => setOpen(true)}>
        与内置的不同（{differences.length}）
      </Button>
      {open ? (
        <Modal
          open
          width={860}
          title={`与“${baseName}”不同的地方`}
          footer={null}
          onCancel={() => setOpen(false)}
        >
          <div className="jf-template-differences jf-selectable">
            <table>
              <thead>
                <tr>
                  <th>位置</th>
                  <th>内置</th>
                  <th>本单位</th>
                </tr>
              </thead>
              <tbody>
                {differences.map(({ place, before, after }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a list that never moves
                  <tr key={index}>
                    <td>{place}</td>
                    <td>{before === "" ? <span className="jf-faint">（没有）</span> : before}</td>
                    <td>{after === "" ? <span className="jf-faint">（去掉）</span> : after}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Modal>
      ) : null}
    </>
  );
}
