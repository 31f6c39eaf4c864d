import { economicCodes } from "#shared/budget/economicCodes.ts";

export const codeListId = "jf-economic-codes";

/** The 经济分类科目 offered while one is typed; another one may be typed as well. */
export const EconomicCodeList = () => (
  <datalist id={codeListId}>
    {economicCodes.map(({ code, name }) => (
      <option key={code} value={code}>
        {name}
      </option>
    ))}
  </datalist>
);
