import { testWebApplications } from "./harness/web-application";

testWebApplications([
  {
    fixture: "web-django",
    command: ["gunicorn", "shop.wsgi:application", "--bind", "0.0.0.0:8000"],
    port: 8000,
    options: { healthCheckPath: "/health" },
  },
  { fixture: "web-flask", command: ["gunicorn", "shop:create_app()", "--bind", "0.0.0.0:5000"], port: 5000 },
]);
