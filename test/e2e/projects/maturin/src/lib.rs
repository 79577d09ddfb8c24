use pyo3::prelude::*;

#[pyfunction]
fn word() -> &'static str {
    "healthy"
}

#[pymodule]
fn _core(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(word, module)?)
}
