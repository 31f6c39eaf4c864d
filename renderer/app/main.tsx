import { createRoot } from "react-dom/client";
import { createHashRouter } from "react-router";
import "./app.css";
import { applyPalette, fontFamily } from "./palette.ts";
import { Root } from "./Root.tsx";
import { routes } from "./routes.tsx";

const element = document.getElementById("root");
if (element === null) throw new Error("index.html has no #root");
applyPalette(document.documentElement);
document.documentElement.style.setProperty("--jf-font", fontFamily);
createRoot(element).render(<Root router={createHashRouter(routes)} />);
