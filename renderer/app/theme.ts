import { type MappingAlgorithm, type ThemeConfig, theme } from "antd";
import { fontFamily, palette } from "./palette.ts";

/** antd's compact spacing without its smaller letters: Chinese characters need their 13 pixels. */
const dense: MappingAlgorithm = (seed, map) => {
  const plain = theme.defaultAlgorithm(seed);
  const compact = theme.compactAlgorithm(seed, map);
  const { fontSize, fontSizeSM, fontSizeLG, fontSizeXL, lineHeight, lineHeightSM, lineHeightLG } = plain;
  const { controlHeight, controlHeightLG } = plain;
  return {
    ...compact,
    ...{ fontSize, fontSizeSM, fontSizeLG, fontSizeXL, lineHeight, lineHeightSM, lineHeightLG },
    ...{ controlHeight, controlHeightSM: 24, controlHeightLG },
  };
};

/** The look of antd's parts: compact, hairlines rather than shadows, small radii. */
export const appTheme: ThemeConfig = {
  algorithm: dense,
  token: {
    fontFamily,
    fontSize: 13,
    controlHeight: 30,
    borderRadius: 3,
    borderRadiusLG: 4,
    borderRadiusSM: 2,
    lineWidthFocus: 2,
    motionDurationMid: "0.1s",
    motionDurationSlow: "0.15s",
    colorPrimary: palette.primary,
    colorPrimaryHover: palette.primaryHover,
    // What antd derives from so dark a navy is a grey that letters drown in.
    controlItemBgActive: palette.primarySoft,
    controlItemBgActiveHover: "#dbe4ef",
    colorInfoBg: palette.hintSoft,
    colorInfoBorder: palette.line,
    colorWarningBg: palette.warnSoft,
    colorWarningBorder: palette.line,
    colorLink: palette.primary,
    colorLinkHover: palette.primaryHover,
    colorInfo: palette.hint,
    colorWarning: palette.warn,
    colorError: palette.block,
    colorSuccess: palette.primary,
    colorText: palette.ink,
    colorTextSecondary: palette.inkSoft,
    colorTextTertiary: palette.inkFaint,
    colorTextPlaceholder: "#8d9299",
    colorBorder: "#c9c6bf",
    colorBorderSecondary: palette.line,
    colorSplit: palette.lineSoft,
    colorBgLayout: palette.ground,
    colorBgContainer: palette.paper,
    colorBgMask: "rgba(28, 33, 39, 0.28)",
    boxShadow: "0 4px 16px rgba(28, 33, 39, 0.10)",
    boxShadowSecondary: "0 4px 16px rgba(28, 33, 39, 0.12)",
  },
  components: {
    Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none" },
    Tabs: { horizontalItemPadding: "8px 2px", horizontalItemGutter: 24, titleFontSize: 13 },
    Modal: { titleFontSize: 15 },
    Form: { labelColor: palette.inkSoft, itemMarginBottom: 12 },
    Tooltip: { colorBgSpotlight: palette.ink },
    Segmented: { trackBg: "#e4e1db" },
    Descriptions: { labelColor: palette.inkSoft },
  },
};
