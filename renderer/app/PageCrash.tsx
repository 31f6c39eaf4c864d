import { Button } from "antd";
import { useNavigate, useRouteError } from "react-router";
import { ErrorBox } from "../components/ErrorBox.tsx";
import { Page } from "../components/Page.tsx";

/** A page that broke: says so in Chinese and shows the way out. */
export function PageCrash() {
  const error = useRouteError();
  const navigate = useNavigate();
  return (
    <Page>
      <ErrorBox error={error} />
      <p style={{ marginTop: 12, display: "flex", gap: 8 }}>
        <Button type="primary" onClick={() => void navigate("/")}>
          回到工作台
        </Button>
        <Button onClick={() => window.location.reload()}>重新载入窗口</Button>
      </p>
    </Page>
  );
}
