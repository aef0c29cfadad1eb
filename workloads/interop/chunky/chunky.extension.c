/* The hash over a block as a module for Python. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>

/* The hash after more bytes. */
static PyObject *update(PyObject *module, PyObject *arguments) {
    (void)module;
    unsigned int start;
    Py_buffer data;
    if (!PyArg_ParseTuple(arguments, "Iy*:update", &start, &data)) {
        return NULL;
    }
    uint32_t digest = start;
    const unsigned char *bytes = data.buf;
    for (Py_ssize_t i = 0; i < data.len; i++) {
        digest = (digest ^ bytes[i]) * 16777619;
    }
    PyBuffer_Release(&data);
    return PyLong_FromUnsignedLong(digest);
}

static PyMethodDef methods[] = {
    {"update", update, METH_VARARGS, "The hash after more bytes."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    .m_base = PyModuleDef_HEAD_INIT,
    .m_name = "native",
    .m_methods = methods,
};

PyMODINIT_FUNC PyInit_native(void) {
    return PyModuleDef_Init(&definition);
}
