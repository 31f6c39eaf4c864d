import { Outlet } from "react-router";
import { ReadOnlyYear } from "../components/ReadOnlyYear.tsx";

/** The pages of what belongs to one budget year: in a closed one they can only be read. */
export const YearPages = () => (
  <ReadOnlyYear>
    <Outlet />
  </ReadOnlyYear>
);
