import { FormDialog } from "./FormDialog.tsx";

type Props = Readonly<{
  title: string;
  /** What will happen, and what stays. */
  text: string;
  /** The word on the button. */
  action: string;
  pending: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}>;

/** Asks once before something goes that needs no reason; Enter does it, Escape leaves it. */
export const ConfirmDialog = ({ title, text, action, pending, onConfirm, onCancel }: Props) => (
  <FormDialog
    title={title}
    width={420}
    okText={action}
    danger
    pending={pending}
    changed={false}
    onSubmit={onConfirm}
    onClose={onCancel}
  >
    <p className="jf-reason-text">{text}</p>
  </FormDialog>
);
