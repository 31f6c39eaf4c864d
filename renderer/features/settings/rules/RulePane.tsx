import { Button } from "antd";
import type { RuleView } from "#shared/api/checks.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { InstantText } from "../../../components/DateText.tsx";
import { Facts } from "../../../components/Facts.tsx";
import { DetailPane } from "../../../components/SplitView.tsx";
import { LevelField } from "./LevelField.tsx";
import { ParamField } from "./ParamField.tsx";
import { isOwn, levelWords } from "./ruleWords.ts";

/** One rule: when it strikes, why, how gravely, by which limits. */
export function RulePane({ rule, onClose }: Readonly<{ rule: RuleView; onClose: () => void }>) {
  const save = useApiMutation("checks.saveRule");
  const params = Object.fromEntries(rule.params.map(({ key, value }) => [key, value]));
  const own = rule.severity === rule.defaultSeverity ? null : rule.severity;
  const changed = !isOwn(rule);
  const reset = () =>
    save.mutate({
      ruleId: rule.id,
      severity: null,
      params: Object.fromEntries(rule.params.map(({ key, defaultValue }) => [key, defaultValue])),
    });
  return (
    <DetailPane
      title={rule.name}
      note={`${rule.id}，${rule.area}`}
      onClose={onClose}
      actions={
        changed ? (
          <Button size="small" loading={save.isPending} onClick={reset}>
            恢复默认
          </Button>
        ) : null
      }
    >
      <Facts
        columns={1}
        items={[
          { label: "何时提出", value: rule.description },
          { label: "依据", value: rule.basis },
          ...(rule.changed === null
            ? []
            : [
                {
                  label: "最近改动",
                  value: (
                    <>
                      {rule.changed.by}，<InstantText value={rule.changed.at} />
                    </>
                  ),
                },
              ]),
        ]}
      />
      {rule.waiting ? (
        <p className="jf-rule-note jf-param-missing">
          请先填写本区限额：各地规定不同，填写之前这条规则不启用。
        </p>
      ) : null}
      <h3 className="jf-rule-head">等级</h3>
      <LevelField
        value={rule.severity}
        onChange={(severity) =>
          save.mutate({
            ruleId: rule.id,
            severity: severity === rule.defaultSeverity ? null : severity,
            params,
          })
        }
      />
      <p className="jf-faint jf-rule-note">
        默认{levelWords[rule.defaultSeverity]}。阻断：不写明理由不能批准付款；停用：不再核对。
      </p>
      {rule.params.length === 0 ? null : <h3 className="jf-rule-head">参数</h3>}
      {rule.params.map((param) => (
        <ParamField
          key={param.key}
          param={param}
          onChange={(value) =>
            save.mutate({ ruleId: rule.id, severity: own, params: { ...params, [param.key]: value } })
          }
        />
      ))}
    </DetailPane>
  );
}
