import { Input, Select } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { rentalRoutes } from "#shared/api/rentals.ts";
import type { Id } from "#shared/kernel/id.ts";
import { useApiMutation } from "../../app/useApi.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../components/fields/Field.tsx";
import { noProblems, problemsOf } from "../../components/fields/problems.ts";

const schema = rentalRoutes["rentals.save"].input;

const prorations = [
  { value: "wholeMonth", label: "按整月" },
  { value: "daily", label: "按天折算" },
] as const;

type Proration = (typeof prorations)[number]["value"];

/** A new kind of device of a monthly contract; its quantity and price come next. */
export function RentalForm({ contractId, onClose }: Readonly<{ contractId: Id; onClose: () => void }>) {
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [unitName, setUnitName] = useState("台");
  const [proration, setProration] = useState<Proration>("wholeMonth");
  const [tried, setTried] = useState(false);
  const input = { id: null, contractId, name, unitName, proration, note: "" };
  const parsed = schema.safeParse(input);
  const problems = tried ? problemsOf(schema, input) : noProblems;
  const save = useApiMutation("rentals.save", {
    onSuccess: ({ id }) => {
      onClose();
      void navigate(`/rentals?rental=${id}&edit=${id}`);
    },
  });
  const submit = () => {
    setTried(true);
    if (parsed.success) save.mutate(parsed.data);
  };
  return (
    <FormDialog
      title="新增月租"
      width={460}
      okText="下一步：数量和单价"
      pending={save.isPending}
      changed={false}
      onSubmit={submit}
      onClose={onClose}
    >
      <FieldGroup>
        <Field label="设备" needed wide problem={problems.get("name")}>
          {(id) => (
            <Input
              id={id}
              autoFocus
              placeholder="例如：巡查记录仪"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label="计量单位" needed problem={problems.get("unitName")}>
          {(id) => <Input id={id} value={unitName} onChange={(event) => setUnitName(event.target.value)} />}
        </Field>
        <Field label="月中变动" note={proration === "daily" ? "按当月实际天数折算" : "从下月起算"}>
          {(id) => <Select id={id} value={proration} options={[...prorations]} onChange={setProration} />}
        </Field>
      </FieldGroup>
    </FormDialog>
  );
}
