import { Dropdown, type DropdownProps } from "antd";

type Props = Readonly<Required<Pick<DropdownProps, "menu" | "children">> & Pick<DropdownProps, "disabled">>;

const onClick: DropdownProps["trigger"] = ["click"];

/** What is done seldom, under the button that is its child. Opened, its first line has the keys. */
export const MoreMenu = (props: Props) => <Dropdown autoFocus destroyOnHidden trigger={onClick} {...props} />;
