/** What the bureau's template asks for under each heading. */
export const instructions: Readonly<Record<string, string>> = {
  项目概述: "说明项目的总体情况、立项目的等",
  立项依据: "说明立项依据的文件名称及其具体作为本项目立项依据的内容等",
  实施主体: "列举具体实施项目的各个责任主体及其职责等",
  实施方案: "说明项目实施的具体工作方案，包括实施阶段、实施内容等",
  实施周期: "说明项目实施的周期",
  年度预算安排: "说明项目年度财政资金预算安排金额、使用内容等",
  绩效目标: "详见单位的项目绩效目标表",
};
