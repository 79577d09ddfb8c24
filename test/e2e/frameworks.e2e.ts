import { testWebApplications } from "./harness/web-application";

testWebApplications([
  {
    fixture: "web-fastapi",
    command: ["uvicorn", "orders.main:app", "--host", "0.0.0.0", "--port", "8000"],
    port: 8000,
    options: { healthCheckPath: "/health" },
  },
]);
