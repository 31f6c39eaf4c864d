import { type ReactNode, useCallback, useState } from "react";
import { type MissingCharacter, missingMark } from "#shared/forms/missingCharacters.ts";
import { FormDialog } from "../components/FormDialog.tsx";
import "./missingCharacters.css";
import { type AskMissing, MissingCharactersContext } from "./missingCharacters.ts";

type Asked = Readonly<{ missing: readonly MissingCharacter[]; answer: (marks: boolean) => void }>;

/** Places of one character that are listed; the rest is counted. */
const mostPlaces = 4;

/** Lists the characters that no font of a PDF has, and lets them be replaced or changed. */
export function MissingCharactersProvider({ children }: Readonly<{ children: ReactNode }>) {
  /** One is asked after the other. */
  const [questions, setQuestions] = useState<readonly Asked[]>([]);
  const [asked] = questions;
  const ask = useCallback<AskMissing>(
    (missing) => new Promise((answer) => setQuestions((now) => [...now, { missing, answer }])),
    [],
  );
  const close = (marks: boolean) => {
    asked?.answer(marks);
    setQuestions((now) => now.filter((question) => question !== asked));
  };
  return (
    <MissingCharactersContext value={ask}>
      {children}
      {asked === undefined ? null : (
        <FormDialog
          title={`有 ${asked.missing.length} 个字 PDF 打不出来`}
          width={560}
          okText={`用 ${missingMark} 代替`}
          cancelText="返回修改"
          pending={false}
          changed={false}
          onSubmit={() => close(true)}
          onClose={() => close(false)}
        >
          <p>
            PDF 用的字体里没有这些字。可以返回改写，也可以在 PDF 里用“{missingMark}
            ”代替；Excel 和 Word 用电脑上的字体，照原样写。
          </p>
          <MissingTable missing={asked.missing} />
        </FormDialog>
      )}
    </MissingCharactersContext>
  );
}

const MissingTable = ({ missing }: Readonly<{ missing: readonly MissingCharacter[] }>) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
  <div className="jf-missing-room" tabIndex={0}>
    <table className="jf-missing" aria-label="打不出来的字">
      <thead>
        <tr>
          <th>字</th>
          <th>编码</th>
          <th>在哪里</th>
        </tr>
      </thead>
      <tbody>
        {missing.map(({ char, code, places }) => (
          <tr key={code}>
            <td className="jf-missing-char">{char}</td>
            <td className="jf-num">{code}</td>
            <td>
              {places.slice(0, mostPlaces).map(({ place, text }) => (
                <div key={place}>
                  <span className="jf-soft">{place}</span>　{text}
                </div>
              ))}
              {places.length > mostPlaces ? <div className="jf-soft">等 {places.length} 处</div> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
